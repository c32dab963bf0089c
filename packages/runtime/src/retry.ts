import type { Answer } from "./attempt.ts";
import type { Call } from "./call.ts";
import type { SdkError } from "./errors/sdk-error.ts";
import { retryAfterMs } from "./retry-after.ts";

/**
 * When a call is attempted again: after a failed connection, an attempt that took too long, and the statuses 408, 429,
 * 500, 502, 503 and 504. POST and PATCH only if the server cannot have acted: at 429, or where no connection came about.
 */
export interface RetryOptions {
  /** Attempts after the first. @default 2 */
  readonly limit?: number;
  /** POST and PATCH like other methods. For servers that know a repeated request by its `Idempotency-Key`. @default false */
  readonly unsafeMethods?: boolean;
  /** Ceiling of the first wait in milliseconds; it doubles each time, and the wait is a random part of it. @default 500 */
  readonly baseDelayMs?: number;
  /** The longest wait in milliseconds. If the server asks for more, the call ends at once. @default 60000 */
  readonly maxDelayMs?: number;
}

/** @returns how long to wait before another attempt, in milliseconds; undefined if there must be none */
export function retryDelay(call: Call, retries: number, answer?: Answer, error?: unknown): number | undefined {
  const { client, operation, options, state } = call;
  const { name, operationId, code } = (error ?? {}) as SdkError & { code?: string };
  const status = answer?.response.status;
  // An error of another operation is that of a login.
  const isBroken = /^(Conn|Time)/.test(name) && operationId === operation.id;
  if (!mayRepeat(call) || !(isBroken || /^(408|429|50[0234])$/.test(`${status}`))) return undefined;

  const asOptions = (retry: RetryOptions | number = {}) => (typeof retry === "object" ? retry : { limit: retry });
  const settings: RetryOptions = { ...asOptions(state.retry), ...asOptions(options.retry) };
  const { limit = 2, unsafeMethods, baseDelayMs = 500, maxDelayMs = 60_000 } = settings;
  const isUntouched = status === 429 || /REFUSED|NOTFOUND|EAI_AGAIN|CONNECT_T/.test(code ?? "");
  const isSafe = isUntouched || unsafeMethods || !/^P(OS|A)T/.test(operation.method);
  const asked = (answer && retryAfterMs(answer.response, client.clock.now())) ?? 0;
  if (!isSafe || !(retries < limit) || asked > maxDelayMs) return undefined;
  return Math.max(asked, client.random() * Math.min(maxDelayMs, baseDelayMs * 2 ** retries));
}

/** A stream can be read once. */
export function mayRepeat({ request }: Call): boolean {
  return !(request.body instanceof ReadableStream);
}
