import type { Hooks } from "./hooks/hooks.ts";

/** Header names and values; null or undefined removes a header. */
export type HeaderValues = Readonly<Record<string, string | null | undefined>>;

/**
 * When a call is retried: after a failed connection, an attempt that took too long, and the statuses 408, 429, 500, 502,
 * 503 and 504. POST and PATCH are retried only if the server cannot have acted on them: after a 429, or if no connection
 * was made.
 */
export interface RetryOptions {
  /** Attempts after the first. @default 2 */
  readonly maxRetries?: number | undefined;
  /** Retries POST and PATCH like other methods; for servers that honour `Idempotency-Key`. @default false */
  readonly retryUnsafe?: boolean | undefined;
  /** Longest wait between two attempts, in milliseconds. If the server asks for more, the call ends. @default 60000 */
  readonly maxDelayMs?: number | undefined;
}

/** Options for all calls of a client, or for one call. */
export interface CallOptions extends RetryOptions {
  /**
   * Time limit of one attempt in milliseconds, from sending the request to the head of the response; 0 or Infinity is no
   * limit. Hooks that delay the request, and a login before it, count towards `totalTimeoutMs` only. @default 30000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Time limit for the body of a response in milliseconds, from its head to its end; 0 or Infinity is no limit.
   * @default the value of `timeoutMs`
   */
  readonly bodyTimeoutMs?: number | undefined;
  /** Time limit of a call in milliseconds, including all attempts and waits; 0 is no limit. @default 0 */
  readonly totalTimeoutMs?: number | undefined;
  /**
   * Size limit in bytes of a response that is read as JSON or text, after decompression; 0 or Infinity is no limit. A
   * longer response is cancelled: a success is a DecodeError, an error status keeps its class and has no body. There is no
   * limit for files (Blobs) and for bodies that the caller reads. @default 104857600 (100 MiB)
   */
  readonly maxResponseBytes?: number | undefined;
  /** Called at each attempt: first the hooks of the client, then those of the call. */
  readonly hooks?: Hooks | readonly Hooks[] | undefined;
}

/** Options of one call. */
export interface RequestOptions extends CallOptions {
  /** Ends the call, whatever it waits for. The call rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
  /** Override all other headers, including credentials; null or undefined removes a header. */
  readonly headers?: HeaderValues | undefined;
}
