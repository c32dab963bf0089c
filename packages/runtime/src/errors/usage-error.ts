import { hasName, SdkError } from "./sdk-error.ts";

/** The arguments or options are invalid, or a credential is missing; nothing was sent. */
export class UsageError extends SdkError {
  override get name(): "UsageError" {
    return "UsageError";
  }
}

/** Whether the error is a {@link UsageError}. */
export function isUsageError(error: unknown): error is UsageError {
  return hasName(error, "UsageError");
}
