import { ApiError } from "./api-error.ts";
import { hasName } from "./sdk-error.ts";

/** 401: no credentials, or not valid (any more). */
export class AuthenticationError<Body = unknown> extends ApiError<Body> {
  declare readonly status: 401;

  override get name(): "AuthenticationError" {
    return "AuthenticationError";
  }
}

/** Whether the error is a {@link AuthenticationError}. `Body` is taken on trust. */
export function isAuthenticationError<Body = unknown>(error: unknown): error is AuthenticationError<Body> {
  return hasName(error, "AuthenticationError");
}
