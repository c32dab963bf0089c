import { runHooks } from "../hooks/hooks.ts";
import { ownProperties } from "../own-properties.ts";
import { carryOut } from "./attempt.ts";
import type { Call } from "./call.ts";
import { type Exchange, newAttempt } from "./exchange.ts";
import { type EndIn, limit } from "./limit.ts";
import { canReplay, retryDelay } from "./retry.ts";
import { timeoutError } from "./timeout.ts";

/** Attempts a call until there is a response to keep, within its time limits and until the caller's signal. */
export async function attempts(call: Call): Promise<Exchange> {
  const { client, hooks, options } = call;
  const { signal } = options;
  const { clock } = client;
  /** Does work until the end of the call, or another end that the work sets. */
  const within = <Result>(work: (signal: AbortSignal, endIn: EndIn) => Promise<Result>) =>
    limit(signal, (inner, endIn) => {
      endIn(call.deadline - clock.now(), () => timeoutError(call, "totalTimeoutMs"));
      return work(inner, endIn);
    });
  let hasRenewed = false;
  for (let number = 1, retries = 0; ; number++) {
    const attempt = newAttempt(call, number);
    const { context } = attempt;
    let exchange: Exchange | undefined;
    try {
      exchange = await within((inner, endIn) => carryOut(attempt, inner, endIn));
    } catch (error) {
      signal?.throwIfAborted();
      context.error = error;
      await limit(signal, (inner) => runHooks(hooks, "error", context, inner));
    }
    if (exchange?.response.status === 401 && !hasRenewed && canReplay(context.request)) {
      hasRenewed = await within((inner) => renewCredentials(exchange, inner));
      if (hasRenewed) continue;
    }
    const delayMs = retryDelay(attempt, retries++);
    if (delayMs === undefined) {
      if (exchange) return exchange;
      throw context.error;
    }
    context.delayMs = delayMs;
    await limit(signal, async (inner) => {
      await runHooks(hooks, "retry", context, inner);
      await clock.sleep(context.delayMs as number, inner);
    });
  }
}

/** @returns whether there are other credentials than those that the server refused */
async function renewCredentials({ call, outgoing, response }: Exchange, signal: AbortSignal): Promise<boolean> {
  let hasRenewed = false;
  const refusal = ownProperties({ response, signal });
  for (const credential of call.credentials) {
    if (await ownProperties(credential).renew?.call(credential, outgoing, refusal)) hasRenewed = true;
  }
  return hasRenewed;
}
