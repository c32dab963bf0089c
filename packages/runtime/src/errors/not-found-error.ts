import { ApiError } from "./api-error.ts";
import { hasName } from "./sdk-error.ts";

/** 404: the resource does not exist, or these credentials cannot see it. */
export class NotFoundError<Body = unknown> extends ApiError<Body> {
  declare readonly status: 404;

  override get name(): "NotFoundError" {
    return "NotFoundError";
  }
}

/** Whether the error is a {@link NotFoundError}. `Body` is not checked. */
export function isNotFoundError<Body = unknown>(error: unknown): error is NotFoundError<Body> {
  return hasName(error, "NotFoundError");
}
