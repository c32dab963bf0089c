import { systemClock } from "../clock.ts";
import type { Credential } from "../credentials/credential.ts";
import { UsageError } from "../errors/usage-error.ts";
import { hide } from "../internals.ts";
import { ownProperties } from "../own-properties.ts";
import { notNegative } from "../request/time-limits.ts";
import type { Client, Fetch } from "./client.ts";
import type { ClientOptions, ClientState } from "./client-options.ts";
import { readRateLimit } from "./rate-limit.ts";

/** The type of the schemes of some credentials, for {@link Client}. */
export type SchemesOf<C extends Credential> = { [Scheme in C["scheme"]]: true };

/** The global `fetch`, looked up at each request. */
const platformFetch: Fetch = (url, init) => globalThis.fetch(url, init);

/** Options that are checked when the client is made, before its first call. */
const LIMITS = ["timeoutMs", "bodyTimeoutMs", "maxResponseBytes"] as const;

/**
 * Makes a client, the first argument of generated functions. It is frozen and holds no connection.
 *
 * @param given - address, credentials, and options for all calls
 * @returns the client; its type has the schemes of `auth`
 * @throws {UsageError} if `baseUrl` or a limit is invalid
 * @example createClient({ baseUrl: "https://example.com/api", auth: bearer("JWTAuth", token) })
 */
export function createClient<const C extends Credential = never>(given: ClientOptions<C>): Client<SchemesOf<C>> {
  const options = ownProperties(given);
  const { baseUrl, auth, fetch = platformFetch, clock = systemClock } = options;
  for (const name of LIMITS) notNegative(name, options[name]);
  let rateLimitHeaders: Headers | undefined;
  const state: ClientState = ownProperties({
    ...options,
    credentials: ([] as Credential[]).concat(auth ?? []),
    noteRateLimit(headers: Headers) {
      if (headers.has("x-ratelimit-limit")) rateLimitHeaders = headers;
    },
  });
  const client = {
    baseUrl: checkBaseUrl(baseUrl),
    fetch,
    clock,
    get rateLimit() {
      return rateLimitHeaders && readRateLimit(rateLimitHeaders);
    },
    [Symbol.asyncDispose]: async () => fetch[Symbol.asyncDispose]?.(),
  };
  return Object.freeze(hide(client, state)) as never;
}

// The message does not quote the URL, which may contain a password.
function checkBaseUrl(baseUrl: string): string {
  const href = URL.canParse(baseUrl) ? new URL(baseUrl).href : "";
  if (/^https?:\/\/[^/@]+\/[^?#]*$/.test(href)) return href.replace(/\/+$/, "");
  throw new UsageError("baseUrl must be an absolute http(s) URL without user, query and fragment");
}
