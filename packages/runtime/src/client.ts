import type { Credential } from "./credentials/credential.ts";
import { UsageError } from "./errors/usage-error.ts";
import type { HeaderValues } from "./headers.ts";
import { hide } from "./internals.ts";

/** The part of `fetch` that is used: always called with a URL in text and an init object. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface ClientOptions<C extends Credential = Credential> {
  /** Absolute `http` or `https` URL; a path is kept. */
  readonly baseUrl: string;
  /** Credentials, one per security scheme. */
  readonly auth?: C | readonly C[] | undefined;
  /** @default the global `fetch`, looked up at each request */
  readonly fetch?: Fetch | undefined;
  /** Sent with every request. `authorization` is left out where an operation has no security. */
  readonly headers?: HeaderValues | undefined;
  /** Limit of one attempt in milliseconds, reading the body included; 0 or Infinity is none. @default 30000 */
  readonly timeoutMs?: number | undefined;
}

/** What {@link createClient} makes. `Schemes` are the security schemes that it carries credentials for. */
// biome-ignore lint/complexity/noBannedTypes: no scheme at all, which every client is assignable to
export interface Client<Schemes = {}> {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly timeoutMs: number;
  /** Exists in the types alone. */
  readonly "~schemes": Schemes;
}

/** The schemes that credentials are for, as {@link Client} carries them. */
export type SchemesOf<C extends Credential> = { [Scheme in C["scheme"]]: true };

/** What a client keeps to itself. */
export interface ClientState {
  readonly credentials: readonly Credential[];
  readonly headers: HeaderValues | undefined;
}

/**
 * Makes a client, which generated functions take as their first argument. It is frozen and holds no connection.
 *
 * @returns the client; its type carries the schemes of `auth`
 * @throws UsageError if `baseUrl` or `timeoutMs` cannot be used
 */
export function createClient<const C extends Credential = never>(options: ClientOptions<C>): Client<SchemesOf<C>> {
  const { baseUrl, auth = [], fetch = (url, init) => globalThis.fetch(url, init), headers, timeoutMs } = options;
  const state: ClientState = { credentials: ([] as Credential[]).concat(auth), headers };
  const client = { baseUrl: checkBaseUrl(baseUrl), fetch, timeoutMs: checkTimeout(timeoutMs ?? 30_000) };
  return Object.freeze(hide(client, state)) as never;
}

export function checkTimeout(timeoutMs: number): number {
  if (timeoutMs >= 0) return timeoutMs;
  throw new UsageError("timeoutMs must be 0 or more");
}

// The text of the URL is not repeated in the message: it may hold a password.
function checkBaseUrl(baseUrl: string): string {
  try {
    const { href } = new URL(baseUrl);
    if (/^https?:\/\/[^/@]+\/[^?#]*$/.test(href)) return href.replace(/\/+$/, "");
  } catch {}
  throw new UsageError("baseUrl must be an absolute http(s) URL without user, password, query and fragment");
}
