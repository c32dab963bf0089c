import { detailsOf, hasName, SdkError } from "./sdk-error.ts";

/** A successful answer whose body is not what the operation documents. */
export class DecodeError extends SdkError {
  declare readonly status: number;

  override get name(): "DecodeError" {
    return "DecodeError";
  }

  /** The first 200 characters of the body. It may hold secrets, so nothing prints it by itself. */
  get text(): string | undefined {
    return detailsOf(this)?.text;
  }
}

/** Whether the error is a {@link DecodeError}. */
export function isDecodeError(error: unknown): error is DecodeError {
  return hasName(error, "DecodeError");
}
