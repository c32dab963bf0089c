import { detailsOf, hasName, SdkError } from "./sdk-error.ts";

/** No response came, or it broke off. `cause` says why; `status` is set if the response had begun. */
export class ConnectionError extends SdkError {
  /** The platform's code for the failure, such as `ECONNREFUSED`; undefined if it has none. */
  get code(): string | undefined {
    return detailsOf(this)?.code;
  }

  override get name(): "ConnectionError" {
    return "ConnectionError";
  }
}

/** Whether the error is a {@link ConnectionError}. */
export function isConnectionError(error: unknown): error is ConnectionError {
  return hasName(error, "ConnectionError");
}
