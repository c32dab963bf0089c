import { hasName, SdkError } from "./sdk-error.ts";

/** A redirect was refused, because it leads to another origin or needs another method. The message says what to change. */
export class RedirectError extends SdkError {
  override get name(): "RedirectError" {
    return "RedirectError";
  }
}

/** Whether the error is a {@link RedirectError}. */
export function isRedirectError(error: unknown): error is RedirectError {
  return hasName(error, "RedirectError");
}
