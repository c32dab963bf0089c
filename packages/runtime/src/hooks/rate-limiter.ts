import { UsageError } from "../errors/usage-error.ts";
import { ownProperties } from "../own-properties.ts";
import type { Hooks } from "./hooks.ts";

const MINUTE_MS = 60_000;

export interface RateLimiterOptions {
  /** How many requests may be sent in any minute, retries among them. */
  readonly requestsPerMinute: number;
}

/**
 * Makes hooks that hold requests back, in their order, so that bulk work stays under the limit of a server. Requests go
 * out at once until the limit of a minute is reached. Clients with the same hooks share the limit. The wait counts for
 * `totalTimeoutMs` alone; a request that is aborted in it leaves its place to the next.
 *
 * @throws UsageError if `requestsPerMinute` is less than 1
 * @example createClient({ hooks: rateLimiter({ requestsPerMinute: 50 }) })
 */
export function rateLimiter(options: RateLimiterOptions): Hooks {
  const { requestsPerMinute } = ownProperties(options);
  if (!(requestsPerMinute >= 1)) throw new UsageError("requestsPerMinute must be 1 or more");
  const most = Math.floor(requestsPerMinute);
  // When the last requests were sent, the oldest first.
  const moments: number[] = [];
  // Settles when all that came before have been sent, or given up.
  let queue = Promise.resolve();
  return {
    request({ client, signal }) {
      const { clock } = client;
      const passed = queue.then(async () => {
        signal?.throwIfAborted();
        const now = clock.now();
        const moment = Math.max(now, (moments.at(-most) ?? -Infinity) + MINUTE_MS);
        if (moment > now) await clock.sleep(moment - now, signal);
        if (moments.push(moment) > most) moments.shift();
      });
      queue = passed.catch(() => {});
      return passed;
    },
  };
}
