import { ApiError } from "./api-error.ts";
import { hasName } from "./sdk-error.ts";

/** 422: the request was understood, its content is not valid. */
export class UnprocessableEntityError<Body = unknown> extends ApiError<Body> {
  declare readonly status: 422;

  override get name(): "UnprocessableEntityError" {
    return "UnprocessableEntityError";
  }
}

/** Whether the error is a {@link UnprocessableEntityError}. `Body` is taken on trust. */
export function isUnprocessableEntityError<Body = unknown>(error: unknown): error is UnprocessableEntityError<Body> {
  return hasName(error, "UnprocessableEntityError");
}
