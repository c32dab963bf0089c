import { ApiError } from "./api-error.ts";
import { hasName } from "./sdk-error.ts";

/** 409: the request conflicts with the state of the resource. */
export class ConflictError<Body = unknown> extends ApiError<Body> {
  declare readonly status: 409;

  override get name(): "ConflictError" {
    return "ConflictError";
  }
}

/** Whether the error is a {@link ConflictError}. `Body` is not checked. */
export function isConflictError<Body = unknown>(error: unknown): error is ConflictError<Body> {
  return hasName(error, "ConflictError");
}
