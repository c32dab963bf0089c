import { detailsOf, hasName, SdkError } from "./sdk-error.ts";

/** A success whose body is not in a format that the operation documents. */
export class DecodeError extends SdkError {
  declare readonly status: number;

  override get name(): "DecodeError" {
    return "DecodeError";
  }

  /** The first 200 characters of the body. It may contain secrets, so that printing the error does not show it. */
  get text(): string | undefined {
    return detailsOf(this)?.text;
  }
}

/** Whether the error is a {@link DecodeError}. */
export function isDecodeError(error: unknown): error is DecodeError {
  return hasName(error, "DecodeError");
}
