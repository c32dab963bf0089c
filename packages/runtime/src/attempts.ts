import { type Answer, attempt, from } from "./attempt.ts";
import type { Call } from "./call.ts";
import { checkTimeout } from "./client.ts";
import { TimeoutError } from "./errors/timeout-error.ts";
import { runHooks } from "./hooks.ts";
import { limit } from "./limit.ts";
import { mayRepeat, retryDelay } from "./retry.ts";

/** Attempts a call until it is answered, within its time limits and until the caller's signal. */
export function attempts(call: Call): Promise<Answer> {
  const { client, operation, options, state } = call;
  const { signal, timeoutMs = client.timeoutMs, totalTimeoutMs = state.totalTimeoutMs ?? 0 } = options;
  const expired = (ms: number, all: string) => () =>
    new TimeoutError(`no full answer within ${ms} ms${all} ${from(call)}`, { operationId: operation.id });
  const limits = [checkTimeout(timeoutMs), expired(timeoutMs, "")] as const;
  if (!signal && !totalTimeoutMs) return repeat(call, limits);
  return limit(
    signal,
    (both) => repeat(call, limits, both),
    checkTimeout(totalTimeoutMs),
    expired(totalTimeoutMs, " in all"),
  );
}

async function repeat(call: Call, limits: readonly [number, () => Error], signal?: AbortSignal): Promise<Answer> {
  const { client, credentials, hooks, request } = call;
  let mayRenew = true;
  let retries = 0;
  for (let nth = 1; ; nth++) {
    let answer: Answer | undefined;
    let error: unknown;
    try {
      answer = await limit(signal, (one) => attempt(call, request, nth, one), ...limits);
    } catch (thrown) {
      signal?.throwIfAborted();
      error = hooks.length ? (await runHooks(call, "error", { attempt: nth, signal, error: thrown })).error : thrown;
    }
    const response = answer?.response;
    if (response?.status === 401 && mayRenew && mayRepeat(call)) {
      mayRenew = false;
      call.outgoing.signal = signal;
      const renewed = await Promise.all(credentials.map((one) => one.renew?.(call.outgoing)));
      if (renewed.some(Boolean)) continue;
    }
    const delayMs = retryDelay(call, retries++, answer, error);
    if (delayMs === undefined) {
      if (answer) return answer;
      throw error;
    }
    if (hooks.length) await runHooks(call, "retry", { attempt: nth, signal, response, error, delayMs } as never);
    await limit(signal, (waiting) => client.clock.sleep(delayMs, waiting));
  }
}
