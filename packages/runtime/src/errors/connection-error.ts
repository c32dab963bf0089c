import { hasName, SdkError } from "./sdk-error.ts";

/** No answer came, or it broke off; `cause` says why and `status` is there if the answer had begun. */
export class ConnectionError extends SdkError {
  override get name(): "ConnectionError" {
    return "ConnectionError";
  }
}

/** Whether the error is a {@link ConnectionError}. */
export function isConnectionError(error: unknown): error is ConnectionError {
  return hasName(error, "ConnectionError");
}
