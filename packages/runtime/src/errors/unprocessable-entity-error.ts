import { ApiError } from "./api-error.ts";
import { hasName } from "./sdk-error.ts";

/** 422: the content of the request is invalid. */
export class UnprocessableEntityError<Body = unknown> extends ApiError<Body> {
  declare readonly status: 422;

  override get name(): "UnprocessableEntityError" {
    return "UnprocessableEntityError";
  }
}

/** Whether the error is an {@link UnprocessableEntityError}. `Body` is not checked. */
export function isUnprocessableEntityError<Body = unknown>(error: unknown): error is UnprocessableEntityError<Body> {
  return hasName(error, "UnprocessableEntityError");
}
