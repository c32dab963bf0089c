import { ConnectionError } from "../errors/connection-error.ts";
import { isSdkError } from "../errors/sdk-error.ts";
import { ownProperties } from "../own-properties.ts";
import { cleanCause } from "../redaction/redact.ts";
import type { Attempt } from "./exchange.ts";
import { fromServer } from "./timeout.ts";

/** The known properties of errors that `fetch` throws. */
interface Failure {
  readonly name?: string;
  readonly code?: string | number;
  readonly cause?: { readonly code?: string };
}

/** Converts an error of `fetch` to a ConnectionError that says what happened. Errors of this package pass. */
export function rejectAsConnectionError(attempt: Attempt): (error: unknown) => Promise<never> {
  return async (error) => {
    if (isSdkError(error)) throw error;
    const { response } = attempt.context;
    const { name, code, cause } = ownProperties(error as Failure);
    // The code of a DOMException is a number, as after a time limit in a caller's own `fetch`.
    const reason = ownProperties(cause).code ?? (typeof code === "number" ? name : code);
    const what = response ? "the response broke off" : "no response";
    throw new ConnectionError(`${what} ${fromServer(attempt.call)} (${reason ?? "fetch failed"})`, {
      operationId: attempt.call.operation.id,
      response,
      code: reason,
      cause: await cleanCause(attempt, error),
    });
  };
}
