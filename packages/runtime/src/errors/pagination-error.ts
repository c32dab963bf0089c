import { hasName, SdkError } from "./sdk-error.ts";

/** The pages of an operation do not end, or the next page cannot be found. To continue would duplicate or miss items. */
export class PaginationError extends SdkError {
  override get name(): "PaginationError" {
    return "PaginationError";
  }
}

/** Whether the error is a {@link PaginationError}. */
export function isPaginationError(error: unknown): error is PaginationError {
  return hasName(error, "PaginationError");
}
