import { TimeoutError } from "../errors/timeout-error.ts";
import type { Call } from "./call.ts";

const WHAT_TIMED_OUT = {
  timeoutMs: "no response",
  bodyTimeoutMs: "no complete response body",
  totalTimeoutMs: "no complete response",
} as const;

type TimeLimit = keyof typeof WHAT_TIMED_OUT;

/**
 * Starts a time limit of a call.
 *
 * @param ms - milliseconds from now. @default the value of the limit
 * @returns ends the limit
 */
export type StartLimit = (limit: TimeLimit, ms?: number) => () => void;

/** The error for an expired time limit. */
export function timeoutError(call: Call, limit: TimeLimit): TimeoutError {
  return new TimeoutError(`${WHAT_TIMED_OUT[limit]} within ${call[limit]} ms ${fromServer(call)}`, {
    operationId: call.operation.id,
  });
}

/** Names the request by its path template, because values in the URL may be secret. */
export function fromServer({ client, operation }: Call): string {
  return `from ${operation.method} ${client.baseUrl}${operation.path}`;
}
