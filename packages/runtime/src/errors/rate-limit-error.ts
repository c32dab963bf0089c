import { retryAfterMs } from "../request/retry-after.ts";
import { ApiError } from "./api-error.ts";
import { hasName } from "./sdk-error.ts";

/** 429: too many requests. */
export class RateLimitError<Body = unknown> extends ApiError<Body> {
  declare readonly status: 429;

  override get name(): "RateLimitError" {
    return "RateLimitError";
  }

  /** How long the server asks to wait, in milliseconds, from `Retry-After` or `X-RateLimit-Reset`. */
  get retryAfterMs(): number | undefined {
    return retryAfterMs(this.response, Date.now());
  }
}

/** Whether the error is a {@link RateLimitError}. `Body` is not checked. */
export function isRateLimitError<Body = unknown>(error: unknown): error is RateLimitError<Body> {
  return hasName(error, "RateLimitError");
}
