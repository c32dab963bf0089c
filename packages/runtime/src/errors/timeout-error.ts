import { hasName, SdkError } from "./sdk-error.ts";

/** A time limit of the call passed: `timeoutMs`, `bodyTimeoutMs` or `totalTimeoutMs`. */
export class TimeoutError extends SdkError {
  override get name(): "TimeoutError" {
    return "TimeoutError";
  }
}

/** Whether the error is a {@link TimeoutError}. */
export function isTimeoutError(error: unknown): error is TimeoutError {
  return hasName(error, "TimeoutError");
}
