import { ApiError } from "./api-error.ts";
import { hasName } from "./sdk-error.ts";

/** 401: the credentials are missing, invalid or expired. */
export class AuthenticationError<Body = unknown> extends ApiError<Body> {
  declare readonly status: 401;

  override get name(): "AuthenticationError" {
    return "AuthenticationError";
  }
}

/** Whether the error is an {@link AuthenticationError}. `Body` is not checked. */
export function isAuthenticationError<Body = unknown>(error: unknown): error is AuthenticationError<Body> {
  return hasName(error, "AuthenticationError");
}
