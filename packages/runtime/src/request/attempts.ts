import { runHooks } from "../hooks/hooks.ts";
import { redactRequestId } from "../redaction/redact.ts";
import { carryOut } from "./attempt.ts";
import { renewCredentials } from "./authorize.ts";
import type { Call } from "./call.ts";
import { type Exchange, newAttempt } from "./exchange.ts";
import { limit } from "./limit.ts";
import { canReplay, retryDelay } from "./retry.ts";
import { type StartLimit, timeoutError } from "./timeout.ts";

/** Attempts a call until a response is final or retries end, within its time limits and until the caller's signal aborts. */
export async function attempts(call: Call): Promise<Exchange> {
  const { client, hooks, options } = call;
  const { signal } = options;
  const { clock } = client;
  /** Does work until the deadline of the call, or until a limit that the work starts. */
  const within = <Result>(work: (signal: AbortSignal, startLimit: StartLimit) => Promise<Result>) =>
    limit(signal, (inner, endIn) => {
      const startLimit: StartLimit = (name, ms = call[name]) => endIn(ms, () => timeoutError(call, name));
      startLimit("totalTimeoutMs", call.deadline - clock.now());
      return work(inner, startLimit);
    });
  let hasRenewed = false;
  for (let number = 1, retries = 0; ; number++) {
    const attempt = newAttempt(call, number);
    const { context } = attempt;
    let exchange: Exchange | undefined;
    try {
      exchange = await within((inner, startLimit) => carryOut(attempt, inner, startLimit));
    } catch (error) {
      signal?.throwIfAborted();
      context.error = await redactRequestId(attempt, error);
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
