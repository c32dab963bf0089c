import { ApiError } from "./api-error.ts";
import { hasName } from "./sdk-error.ts";

/** 5xx: the server failed. */
export class InternalServerError<Body = unknown> extends ApiError<Body> {
  declare readonly status: number;

  override get name(): "InternalServerError" {
    return "InternalServerError";
  }
}

/** Whether the error is a {@link InternalServerError}. `Body` is taken on trust. */
export function isInternalServerError<Body = unknown>(error: unknown): error is InternalServerError<Body> {
  return hasName(error, "InternalServerError");
}
