import { type Clock, systemClock } from "./clock.ts";
import type { Credential } from "./credentials/credential.ts";
import { UsageError } from "./errors/usage-error.ts";
import type { HeaderValues } from "./headers.ts";
import type { Hooks } from "./hooks.ts";
import { hide } from "./internals.ts";
import { ownProperties } from "./own-properties.ts";
import { type RateLimit, readRateLimit } from "./rate-limit.ts";
import type { RetryOptions } from "./retry.ts";

/**
 * The part of `fetch` that is used: always called with a URL in text and an init object. One that can be disposed of is
 * disposed of with the client.
 */
export interface Fetch {
  (url: string, init: RequestInit): Promise<Response>;
  [Symbol.asyncDispose]?(): PromiseLike<void>;
}

/** How calls are made, for all calls of a client or for one. */
export interface CallOptions extends RetryOptions {
  /**
   * Limit of one attempt in milliseconds, from the sending of the request to the end of the answer; 0 or Infinity is none.
   * Hooks that hold a request back, and a login before it, count for `totalTimeoutMs` alone. @default 30000
   */
  readonly timeoutMs?: number | undefined;
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

export interface ClientOptions<C extends Credential = Credential> extends CallOptions {
  /** Absolute `http` or `https` URL; a path is kept. */
  readonly baseUrl: string;
  /** Credentials, one per security scheme. */
  readonly auth?: C | readonly C[] | undefined;
  /** @default the global `fetch`, looked up at each request */
  readonly fetch?: Fetch | undefined;
  /** Sent with every request. `authorization` is left out where an operation has no security. */
  readonly headers?: HeaderValues | undefined;
  /** Time, for tests. @default the machine's */
  readonly clock?: Clock | undefined;
  /** A number from 0 to 1, of which the waits between attempts are made. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** What {@link createClient} makes. `Schemes` are the security schemes that it carries credentials for. */
// biome-ignore lint/complexity/noBannedTypes: no scheme at all, which every client is assignable to
export interface Client<Schemes = {}> {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** What the server said of its rate limit in the last answer that said something. */
  readonly rateLimit: RateLimit | undefined;
  /** Closes what `fetch` holds open, if it can be disposed of. */
  [Symbol.asyncDispose](): Promise<void>;
  /** Exists in the types alone. */
  readonly "~schemes": Schemes;
}

/** The schemes that credentials are for, as {@link Client} carries them. */
export type SchemesOf<C extends Credential> = { [Scheme in C["scheme"]]: true };

/** The global `fetch`, looked up at each request. */
const platformFetch: Fetch = (url, init) => globalThis.fetch(url, init);

/** What a client keeps to itself. */
export interface ClientState extends ClientOptions {
  readonly credentials: readonly Credential[];
  /** Of the last answer that has them. */
  rateLimited?: Headers;
}

/**
 * Makes a client, which generated functions take as their first argument. It is frozen and holds no connection.
 *
 * @param given own properties, and those of the classes of the object; nothing of `Object.prototype`
 * @returns the client; its type carries the schemes of `auth`
 * @throws UsageError if `baseUrl` or a limit cannot be used
 */
export function createClient<const C extends Credential = never>(given: ClientOptions<C>): Client<SchemesOf<C>> {
  const options = ownProperties(given);
  const { baseUrl, auth, fetch = platformFetch, clock = systemClock } = options;
  const { timeoutMs = 30_000, maxResponseBytes = 100 * 2 ** 20 } = options;
  const state: ClientState = ownProperties({
    ...options,
    timeoutMs: notNegative("timeoutMs", timeoutMs),
    maxResponseBytes: notNegative("maxResponseBytes", maxResponseBytes),
    credentials: ([] as Credential[]).concat(auth ?? []),
  });
  const client = {
    baseUrl: checkBaseUrl(baseUrl),
    fetch,
    clock,
    get rateLimit() {
      return state.rateLimited && readRateLimit(state.rateLimited);
    },
    [Symbol.asyncDispose]: async () => fetch[Symbol.asyncDispose]?.(),
  };
  return Object.freeze(hide(client, state)) as never;
}

/** @returns the value of an option, 0 where there is none. @throws UsageError if it is less than 0, or no number */
export function notNegative(name: string, value = 0): number {
  if (value >= 0) return value;
  throw new UsageError(`${name} must be 0 or more`);
}

// The text of the URL is not repeated in the message: it may hold a password.
function checkBaseUrl(baseUrl: string): string {
  const href = URL.canParse(baseUrl) ? new URL(baseUrl).href : "";
  if (/^https?:\/\/[^/@]+\/[^?#]*$/.test(href)) return href.replace(/\/+$/, "");
  throw new UsageError("baseUrl must be an absolute http(s) URL without user, query and fragment");
}
