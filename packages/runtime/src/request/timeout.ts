import { TimeoutError } from "../errors/timeout-error.ts";
import type { Call } from "./call.ts";

const WHAT_TIMED_OUT = {
  timeoutMs: "no response",
  bodyTimeoutMs: "no complete response body",
  totalTimeoutMs: "no complete response",
} as const;

/** The error of a time limit that has passed. */
export function timeoutError(call: Call, limit: keyof typeof WHAT_TIMED_OUT): TimeoutError {
  return new TimeoutError(`${WHAT_TIMED_OUT[limit]} within ${call[limit]} ms ${fromServer(call)}`, {
    operationId: call.operation.id,
  });
}

/** Names the request by the template of its path, because values in the URL may be secret. */
export function fromServer({ client, operation }: Call): string {
  return `from ${operation.method} ${client.baseUrl}${operation.path}`;
}
