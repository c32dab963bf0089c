import type { Attempt } from "./attempt.ts";
import type { Call } from "./call.ts";
import type { ConnectionError } from "./errors/connection-error.ts";
import { ownProperties } from "./own-properties.ts";
import { retryAfterMs } from "./retry-after.ts";

/**
 * When a call is attempted again: after a failed connection, an attempt that took too long, and the statuses 408, 429,
 * 500, 502, 503 and 504. POST and PATCH only if the server cannot have acted: at 429, or where no connection came about.
 */
export interface RetryOptions {
  /** Attempts after the first. @default 2 */
  readonly maxRetries?: number | undefined;
  /** Repeats POST and PATCH like other methods; for servers that know a request by its `Idempotency-Key`. @default false */
  readonly retryUnsafe?: boolean | undefined;
  /** Longest wait in milliseconds. If the server asks for more, the call ends at once. @default 60000 */
  readonly maxDelayMs?: number | undefined;
}

/**
 * Exponential backoff with full jitter: a random part of 0.5 s, of 1 s, of 2 s and so on, and at least what the server
 * asks for.
 *
 * @returns how long to wait before another attempt, in milliseconds; undefined if there must be none
 */
export function retryDelay(call: Call, attempt: Attempt, retries: number): number | undefined {
  const { client, operation, options, state } = call;
  const { error, response } = attempt;
  const { name, operationId, code } = ownProperties(error as Partial<ConnectionError>);
  // An error of another operation is that of a login.
  const reason = error ? operationId === operation.id && `${name}${code}` : response?.status;
  const isSafe = (options.retryUnsafe ?? state.retryUnsafe) || !/^P(OS|A)T/.test(operation.method);
  const worth = isSafe ? /^(408|429|50[0234]|Conn|Time)/ : /^429|REFUSED|NOTFOUND|AI_AGAIN|CONNECT_T/;
  if (!mayRepeat(call) || !worth.test(`${reason}`)) return undefined;

  const maxDelayMs = options.maxDelayMs ?? state.maxDelayMs ?? 60_000;
  const now = client.clock.now();
  const asked = (response && retryAfterMs(response, now)) ?? 0;
  const delay = Math.max(asked, (state.random ?? Math.random)() * Math.min(maxDelayMs, 500 * 2 ** retries));
  const isLeft = retries < (options.maxRetries ?? state.maxRetries ?? 2);
  // No timer is as long as 2 ** 31 milliseconds, which are 24 days.
  return isLeft && asked <= maxDelayMs && now + delay < call.deadline && delay < 2 ** 31 ? delay : undefined;
}

/**
 * A stream can be read once, and so can those of Node.js and generators, which `fetch` sends too. Not every runtime has
 * the class of streams, or iterates over them.
 */
export function mayRepeat({ request }: Call): boolean {
  const body = request.body as Partial<ReadableStream> | undefined;
  return !body?.getReader && !body?.[Symbol.asyncIterator];
}
