import { type Answer, type Attempt, attempt, from } from "./attempt.ts";
import type { Call } from "./call.ts";
import { TimeoutError } from "./errors/timeout-error.ts";
import { runHooks } from "./hooks.ts";
import { hide } from "./internals.ts";
import { type EndIn, limit } from "./limit.ts";
import { ownProperties } from "./own-properties.ts";
import { mayRepeat, retryDelay } from "./retry.ts";

/** Attempts a call until it is answered, within its time limits and until the caller's signal. */
export async function attempts(call: Call): Promise<Answer> {
  const { client, operation, params, hooks, options, request } = call;
  const { signal } = options;
  const clock = client.clock;
  /** Until the end of the call, or another that the work sets. */
  const within = <Result>(work: (one: AbortSignal, endIn: EndIn) => Promise<Result>) =>
    limit(
      signal,
      (one, endIn) => {
        endIn(call.deadline - clock.now());
        return work(one, endIn);
      },
      (ms) => new TimeoutError(`no full answer within ${ms} ms ${from(call)}`, { operationId: operation.id }),
    );
  let renewals = 0;
  for (let nth = 1; ; nth++) {
    const context: Attempt = ownProperties({ client, operation, params, attempt: nth, request });
    if (hooks.length) hide(context, call);
    let answer: Answer | undefined;
    try {
      answer = await within((one, endIn) => attempt(call, context, one, endIn));
    } catch (error) {
      signal?.throwIfAborted();
      context.error = error;
      await limit(signal, (one) => runHooks(hooks, "error", context, one));
    }
    if (!renewals && answer?.response.status === 401 && mayRepeat(call)) {
      renewals = await within((one) => renew(call, one));
      if (renewals) continue;
    }
    const delayMs = retryDelay(call, context, nth - 1 - renewals);
    if (delayMs === undefined) {
      if (answer) return answer;
      throw context.error;
    }
    context.delayMs = delayMs;
    await limit(signal, async (one) => {
      await runHooks(hooks, "retry", context, one);
      await clock.sleep(context.delayMs as number, one);
    });
  }
}

/** @returns 1 if there are other credentials than those that the server refused, else 0 */
async function renew({ credentials, outgoing }: Call, signal: AbortSignal): Promise<number> {
  let renewals = 0;
  outgoing.signal = signal;
  for (const one of credentials) if (await ownProperties(one).renew?.call(one, outgoing)) renewals = 1;
  return renewals;
}
