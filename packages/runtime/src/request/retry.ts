import type { ConnectionError } from "../errors/connection-error.ts";
import { ownProperties } from "../own-properties.ts";
import type { Attempt } from "./exchange.ts";
import { retryAfterMs } from "./retry-after.ts";
import { MAX_TIMER_MS } from "./time-limits.ts";

const UNSAFE_METHODS = ["POST", "PATCH"];
/** Statuses that another attempt may not meet (RFC 9110, section 15; RFC 6585, section 4). */
const TEMPORARY_STATUSES = [408, 429, 500, 502, 503, 504];
const TEMPORARY_ERRORS = ["ConnectionError", "TimeoutError"];
/** With this status, a server has not acted on the request. */
const RATE_LIMITED = 429;
/** Codes of Node, undici and Bun for connections that were not made. */
const UNCONNECTED = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT", "ConnectionRefused"];

const DEFAULT_MAX_RETRIES = 2;
const DEFAULT_MAX_DELAY_MS = 60_000;
const FIRST_BACKOFF_MS = 500;

/**
 * Exponential backoff with full jitter: a random part of 0.5 s, 1 s, 2 s and so on, and at least the wait that the server
 * asks for.
 *
 * @param retries - number of retries so far
 * @returns the wait before the next retry, in milliseconds; undefined if there must be none
 */
export function retryDelay(attempt: Attempt, retries: number): number | undefined {
  const { client, options, state, deadline } = attempt.call;
  const { response } = attempt.context;
  const isLeft = retries < (options.maxRetries ?? state.maxRetries ?? DEFAULT_MAX_RETRIES);
  if (!isLeft || !canReplay(attempt.context.request) || !isWorthRetrying(attempt)) return undefined;

  const maxDelayMs = options.maxDelayMs ?? state.maxDelayMs ?? DEFAULT_MAX_DELAY_MS;
  const now = client.clock.now();
  const askedMs = (response && retryAfterMs(response, now)) ?? 0;
  const random = state.random ?? Math.random;
  const delayMs = Math.max(askedMs, random() * Math.min(maxDelayMs, FIRST_BACKOFF_MS * 2 ** retries));
  return askedMs <= maxDelayMs && now + delayMs < deadline && delayMs <= MAX_TIMER_MS ? delayMs : undefined;
}

function isWorthRetrying({ call, context }: Attempt): boolean {
  const { operation, options, state } = call;
  const { name = "", code = "", operationId } = ownProperties(context.error as Partial<ConnectionError>);
  const status = context.response?.status ?? 0;
  const isSafe = (options.retryUnsafe ?? state.retryUnsafe) || !UNSAFE_METHODS.includes(operation.method);
  if (!context.error) return isSafe ? TEMPORARY_STATUSES.includes(status) : status === RATE_LIMITED;
  // An error of another operation comes from a login.
  if (operationId !== operation.id) return false;
  return isSafe ? TEMPORARY_ERRORS.includes(name) : UNCONNECTED.includes(code);
}

/**
 * Whether a body can be sent again. Streams of the web and of Node.js and generators, which `fetch` sends too, can be read
 * once. The check does not use the class of streams, which some runtimes lack.
 */
export function canReplay({ body }: { readonly body?: unknown }): boolean {
  const stream = body as Partial<ReadableStream> | undefined;
  return !stream?.getReader && !stream?.[Symbol.asyncIterator];
}
