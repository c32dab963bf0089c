import { ApiError } from "./api-error.ts";
import { hasName } from "./sdk-error.ts";

/** 500 or above: the server failed. */
export class InternalServerError<Body = unknown> extends ApiError<Body> {
  declare readonly status: number;

  override get name(): "InternalServerError" {
    return "InternalServerError";
  }
}

/** Whether the error is an {@link InternalServerError}. `Body` is not checked. */
export function isInternalServerError<Body = unknown>(error: unknown): error is InternalServerError<Body> {
  return hasName(error, "InternalServerError");
}
