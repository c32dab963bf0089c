import { UsageError } from "../errors/usage-error.ts";
import { ownProperties } from "../own-properties.ts";
import type { Hooks } from "./hooks.ts";

const MINUTE_MS = 60_000;

export interface RateLimiterOptions {
  /** The most requests in any minute, including retries. */
  readonly requestsPerMinute: number;
}

/**
 * Makes hooks that delay requests, in their order, so that bulk work stays under the limit of a server. Requests are sent
 * at once until the limit of the minute is reached. Clients that share the hooks share the limit. The wait counts towards
 * `totalTimeoutMs` only; a request that is aborted while it waits leaves its place to the next.
 *
 * @throws {UsageError} if `requestsPerMinute` is less than 1
 * @example createClient({ hooks: rateLimiter({ requestsPerMinute: 50 }) })
 */
export function rateLimiter(options: RateLimiterOptions): Hooks {
  const { requestsPerMinute } = ownProperties(options);
  if (!(requestsPerMinute >= 1)) throw new UsageError("requestsPerMinute must be 1 or more");
  const most = Math.floor(requestsPerMinute);
  // Times of the last requests, the oldest first.
  const moments: number[] = [];
  // Settles when all earlier requests have been sent or aborted.
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
