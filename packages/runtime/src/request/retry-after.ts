/**
 * How long a server asks to wait: `Retry-After`, in seconds or as a date (RFC 9110, section 10.2.3); or for a 429,
 * `X-RateLimit-Reset`, in seconds since the epoch or from now. Dates are relative to the header `Date`, if there is one.
 *
 * @param now - milliseconds since the epoch
 * @returns milliseconds; undefined if there is no usable header
 */
export function retryAfterMs({ status, headers }: Response, now: number): number | undefined {
  const asked = headers.get("retry-after") ?? (status === 429 && headers.get("x-ratelimit-reset"));
  if (!asked) return undefined;
  const ms = +asked * 1000;
  const moment = ms || Date.parse(asked);
  const wait = ms < 1e12 ? ms : Math.max(0, moment - (Date.parse(headers.get("date") as string) || now));
  return wait >= 0 ? wait : undefined;
}
