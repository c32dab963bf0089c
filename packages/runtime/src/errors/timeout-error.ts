import { hasName, SdkError } from "./sdk-error.ts";

/** The time limit of an attempt passed before the answer had been read. */
export class TimeoutError extends SdkError {
  override get name(): "TimeoutError" {
    return "TimeoutError";
  }
}

/** Whether the error is a {@link TimeoutError}. */
export function isTimeoutError(error: unknown): error is TimeoutError {
  return hasName(error, "TimeoutError");
}
