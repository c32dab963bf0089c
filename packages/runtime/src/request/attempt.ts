import { runHooks } from "../hooks/hooks.ts";
import { decodeJson } from "../operation/responses/decode-json.ts";
import { ownProperties } from "../own-properties.ts";
import { redact } from "../redaction/redact.ts";
import { authorize } from "./authorize.ts";
import { rejectAsConnectionError } from "./connection-failure.ts";
import type { Attempt, Exchange } from "./exchange.ts";
import { send } from "./send.ts";
import type { StartLimit } from "./timeout.ts";

/** Carries out one attempt: hooks, credentials, request, response, body. */
export async function carryOut(attempt: Attempt, signal: AbortSignal, startLimit: StartLimit): Promise<Exchange> {
  const { call, context } = attempt;
  const { operation, state, hooks } = call;
  if (hooks.length) await runHooks(hooks, "request", context, signal);
  if (!context.response) {
    attempt.outgoing = await authorize(call, ownProperties(context.request), signal);
    // Not earlier: hooks delay requests on purpose, and logins have time limits of their own.
    const endLimit = startLimit("timeoutMs");
    context.response = await send(attempt, signal).catch(rejectAsConnectionError(attempt));
    endLimit();
  }
  if (hooks.length) await runHooks(hooks, "response", context, signal);
  const { response } = context;
  state.noteRateLimit(response.headers);
  startLimit("bodyTimeoutMs");
  const decode = operation.decode ?? decodeJson;
  const { maxResponseBytes } = call;
  const decoding = decode(response, {
    operation,
    maxResponseBytes,
    redact: (text, atMost) => redact(attempt, text, atMost),
  });
  return { ...attempt, response, body: await decoding.catch(rejectAsConnectionError(attempt)) };
}
