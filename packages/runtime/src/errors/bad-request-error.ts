import { ApiError } from "./api-error.ts";
import { hasName } from "./sdk-error.ts";

/** 400: the request is invalid. */
export class BadRequestError<Body = unknown> extends ApiError<Body> {
  declare readonly status: 400;

  override get name(): "BadRequestError" {
    return "BadRequestError";
  }
}

/** Whether the error is a {@link BadRequestError}. `Body` is not checked. */
export function isBadRequestError<Body = unknown>(error: unknown): error is BadRequestError<Body> {
  return hasName(error, "BadRequestError");
}
