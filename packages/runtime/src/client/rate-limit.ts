/** The server's rate limit, from the headers `X-RateLimit-Limit`, `-Remaining` and `-Reset`. */
export interface RateLimit {
  /** Requests allowed in a period. */
  readonly limit: number | undefined;
  /** Requests left in this period. */
  readonly remaining: number | undefined;
  /** When the next period begins. */
  readonly resetAt: Date | undefined;
}

export function readRateLimit(headers: Headers): RateLimit {
  const [limit, remaining, reset = 0] = ["limit", "remaining", "reset"].map((name) => {
    const value = Number.parseFloat(headers.get(`x-ratelimit-${name}`) as string);
    return value >= 0 ? value : undefined;
  });
  return { limit, remaining, resetAt: reset ? new Date(reset * 1000) : undefined };
}
