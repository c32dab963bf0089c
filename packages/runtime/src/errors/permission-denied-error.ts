import { ApiError } from "./api-error.ts";
import { hasName } from "./sdk-error.ts";

/** 403: the credentials do not permit this. */
export class PermissionDeniedError<Body = unknown> extends ApiError<Body> {
  declare readonly status: 403;

  override get name(): "PermissionDeniedError" {
    return "PermissionDeniedError";
  }
}

/** Whether the error is a {@link PermissionDeniedError}. `Body` is not checked. */
export function isPermissionDeniedError<Body = unknown>(error: unknown): error is PermissionDeniedError<Body> {
  return hasName(error, "PermissionDeniedError");
}
