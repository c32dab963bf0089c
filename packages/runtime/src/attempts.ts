import { type Attempt, attempt, from } from "./attempt.ts";
import type { Call } from "./call.ts";
import { notNegative } from "./client.ts";
import { TimeoutError } from "./errors/timeout-error.ts";
import { runHooks } from "./hooks.ts";
import { hide } from "./internals.ts";
import { limit } from "./limit.ts";
import { mayRepeat, retryDelay } from "./retry.ts";

/** How a call was answered. */
export interface Answer {
  readonly call: Call;
  /** Its body has been read. */
  readonly response: Response;
  /** The decoded body. */
  readonly body: unknown;
}

/** Attempts a call until it is answered, within its time limits and until the caller's signal. */
export async function attempts(call: Call): Promise<Answer> {
  const { client, operation, params, hooks, options, request } = call;
  const { signal } = options;
  const { clock } = client;
  const msOf = (name: "timeoutMs" | "totalTimeoutMs") =>
    notNegative(name, options[name] ?? call.state[name] ?? 0) || Infinity;
  const timeoutMs = msOf("timeoutMs");
  const deadline = clock.now() + msOf("totalTimeoutMs");
  let mayRenew = true;
  let retries = 0;
  for (let nth = 1; ; nth++) {
    const context: Attempt = { client, operation, params, attempt: nth, request };
    if (hooks.length) hide(context, call);
    const ms = Math.min(timeoutMs, Math.max(1, deadline - clock.now()));
    const expired = () =>
      new TimeoutError(`no full answer within ${ms} ms ${from(call)}`, { operationId: operation.id });
    let body: unknown;
    let failed = false;
    try {
      body = await limit(signal, (one) => attempt(call, context, one), ms, expired);
    } catch (error) {
      signal?.throwIfAborted();
      failed = true;
      context.error = error;
      if (hooks.length) await runHooks(hooks, "error", context);
    }
    if (mayRenew && !failed && context.response?.status === 401 && mayRepeat(call)) {
      mayRenew = false;
      if (await limit(signal, (one) => renew(call, one), ms, expired)) continue;
    }
    context.delayMs = retryDelay(call, context, retries++, deadline);
    if (context.delayMs === undefined) {
      if (failed) throw context.error;
      return { call, response: context.response as Response, body };
    }
    if (hooks.length) await runHooks(hooks, "retry", context);
    await limit(signal, (one) => clock.sleep(context.delayMs as number, one));
  }
}

/** @returns whether there are other credentials than those that the server refused */
async function renew({ credentials, outgoing }: Call, signal: AbortSignal): Promise<boolean> {
  outgoing.signal = signal;
  return (await Promise.all(credentials.map((one) => one.renew?.(outgoing)))).some(Boolean);
}
