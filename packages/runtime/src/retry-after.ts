/**
 * How long a server asks to wait: `Retry-After`, in seconds or as a date (RFC 9110, section 10.2.3), or at a 429
 * `X-RateLimit-Reset`, in seconds since the epoch or from now. The server's own clock counts, where `Date` tells it.
 *
 * @param now milliseconds since the epoch
 * @returns milliseconds; undefined if nothing useful is said
 */
export function retryAfterMs({ status, headers }: Response, now: number): number | undefined {
  const after = headers.get("retry-after");
  const value = after ?? (status === 429 ? headers.get("x-ratelimit-reset") : null);
  if (!value) return undefined;
  const ms = Number(value) * 1000;
  const moment = after ? Date.parse(value) : ms;
  const isMoment = after ? Number.isNaN(ms) : ms > 1e12;
  const wait = isMoment ? Math.max(0, moment - (Date.parse(headers.get("date") ?? "") || now)) : ms;
  return wait >= 0 ? wait : undefined;
}
