import type { Hooks } from "./hooks/hooks.ts";

/** Header names and values; null or undefined removes a header. */
export type HeaderValues = Readonly<Record<string, string | null | undefined>>;

/**
 * When a call is attempted again: after a failed connection, an attempt that took too long, and the statuses 408, 429,
 * 500, 502, 503 and 504. POST and PATCH are retried only if the server cannot have acted on them: after a 429, or where
 * no connection was made.
 */
export interface RetryOptions {
  /** Attempts after the first. @default 2 */
  readonly maxRetries?: number | undefined;
  /** Retries POST and PATCH like other methods; for servers that know a request by its `Idempotency-Key`. @default false */
  readonly retryUnsafe?: boolean | undefined;
  /** Longest wait between two attempts in milliseconds. If the server asks for more, the call ends at once. @default 60000 */
  readonly maxDelayMs?: number | undefined;
}

/** How calls are made, for all calls of a client or for one. */
export interface CallOptions extends RetryOptions {
  /**
   * Limit of one attempt in milliseconds, from the sending of the request to the head of the response; 0 or Infinity is
   * none. Hooks that hold a request back, and a login before it, count for `totalTimeoutMs` alone. @default 30000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Limit for the body of a response in milliseconds, from its head to its end; 0 or Infinity is none.
   * @default the value of `timeoutMs`
   */
  readonly bodyTimeoutMs?: number | undefined;
  /** Limit of a call in milliseconds, with all its attempts and waits; 0 is none. @default 0 */
  readonly totalTimeoutMs?: number | undefined;
  /**
   * The most bytes of a response that is read as JSON or text, after decompression; 0 or Infinity is no limit. A longer
   * one is cancelled: a success is a DecodeError, an error status keeps its class and has no body. Files (Blobs) and what
   * the caller reads have no limit. @default 104857600, which is 100 MiB: far above what APIs send, far below what ends a
   * process
   */
  readonly maxResponseBytes?: number | undefined;
  /** Called at each attempt; those of the client before those of the call. */
  readonly hooks?: Hooks | readonly Hooks[] | undefined;
}

/** Options of one call. */
export interface RequestOptions extends CallOptions {
  /** Ends the call, whatever it waits for; it rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
  /** Override all other headers, credentials included; null or undefined removes a header. */
  readonly headers?: HeaderValues | undefined;
}
