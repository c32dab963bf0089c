import { ApiError } from "./api-error.ts";
import { hasName } from "./sdk-error.ts";

/** 429: too many requests. */
export class RateLimitError<Body = unknown> extends ApiError<Body> {
  declare readonly status: 429;

  override get name(): "RateLimitError" {
    return "RateLimitError";
  }

  /** How long the server asks to wait, in milliseconds, from `Retry-After` (RFC 9110, section 10.2.3). */
  get retryAfterMs(): number | undefined {
    const value = this.headers.get("retry-after") ?? "";
    const ms = /GMT$/.test(value) ? Math.max(0, Date.parse(value) - Date.now()) : Number.parseFloat(value) * 1000;
    return ms >= 0 ? ms : undefined;
  }
}

/** Whether the error is a {@link RateLimitError}. `Body` is taken on trust. */
export function isRateLimitError<Body = unknown>(error: unknown): error is RateLimitError<Body> {
  return hasName(error, "RateLimitError");
}
