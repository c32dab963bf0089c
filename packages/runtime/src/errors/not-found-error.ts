import { ApiError } from "./api-error.ts";
import { hasName } from "./sdk-error.ts";

/** 404: there is no such thing, or not for these credentials. */
export class NotFoundError<Body = unknown> extends ApiError<Body> {
  declare readonly status: 404;

  override get name(): "NotFoundError" {
    return "NotFoundError";
  }
}

/** Whether the error is a {@link NotFoundError}. `Body` is taken on trust. */
export function isNotFoundError<Body = unknown>(error: unknown): error is NotFoundError<Body> {
  return hasName(error, "NotFoundError");
}
