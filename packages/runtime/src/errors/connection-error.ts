import { detailsOf, hasName, SdkError } from "./sdk-error.ts";

/** No answer came, or it broke off; `cause` says why and `status` is there if the answer had begun. */
export class ConnectionError extends SdkError {
  /** What the platform calls the failure, as `ECONNREFUSED`; undefined where it does not tell. */
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
