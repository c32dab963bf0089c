import { UsageError } from "../errors/usage-error.ts";
import type { Hooks } from "../hooks.ts";

const MINUTE_MS = 60_000;

export interface RateLimiterOptions {
  /** How many requests may be sent in any minute, retries among them. */
  readonly requestsPerMinute: number;
}

/**
 * Makes hooks that hold requests back, in their order, so that bulk work stays under the limit of a server. Requests go
 * out at once until the limit of a minute is reached. Clients with the same hooks share the limit.
 *
 * @throws UsageError if `requestsPerMinute` is less than 1
 * @example createClient({ hooks: rateLimiter({ requestsPerMinute: 50 }) })
 */
export function rateLimiter({ requestsPerMinute }: RateLimiterOptions): Hooks {
  if (!(requestsPerMinute >= 1)) throw new UsageError("requestsPerMinute must be 1 or more");
  // When the last requests were sent, or will be, the oldest first.
  const moments: number[] = [];
  return {
    async request({ client, signal }) {
      const now = client.clock.now();
      const free = moments.length < Math.floor(requestsPerMinute) ? now : (moments.shift() as number) + MINUTE_MS;
      const moment = Math.max(now, free);
      moments.push(moment);
      if (moment > now) await client.clock.sleep(moment - now, signal);
    },
  };
}
