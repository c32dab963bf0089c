import { hasName, SdkError } from "./sdk-error.ts";

/** The server redirects to where the request must not go: another origin, or another method. The message says what to do. */
export class RedirectError extends SdkError {
  override get name(): "RedirectError" {
    return "RedirectError";
  }
}

/** Whether the error is a {@link RedirectError}. */
export function isRedirectError(error: unknown): error is RedirectError {
  return hasName(error, "RedirectError");
}
