import type { Client } from "../client/client.ts";
import { clientStateOf } from "../client/client-options.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { CallOptions } from "../options.ts";
import { ownProperties } from "../own-properties.ts";
import { targetBelow } from "./raw-request.ts";
import { sendRaw } from "./send-raw.ts";

/** How the requests of a {@link clientFetch} are made. */
export interface ClientFetchOptions extends CallOptions {
  /** The security schemes whose credentials go with each request. @default all that the client carries */
  readonly schemes?: readonly string[] | undefined;
}

/**
 * Makes a standard `fetch` of a client: requests get its credentials, headers, retries, hooks, time limits and redirect
 * rules. For other libraries that take a `fetch`, such as openapi-fetch and ky.
 *
 * It is bound to the client's `baseUrl`: what leads elsewhere is refused, so that no credential leaves it. Of `init` it
 * takes `method`, `headers`, `body`, `signal` and `redirect: "manual"`. The body of a `Request` is read into memory, so
 * that it can be sent again; a stream in `init.body` is sent once. A `signal` ends the body of the response as well.
 *
 * @param client - its credentials for the same header override each other, the last counts
 * @returns like `fetch`, but a failed connection is a ConnectionError or TimeoutError, and a refused redirect a
 *   RedirectError
 * @throws {UsageError} if `client` is not a client, or carries no credential for one of `schemes`
 * @example createOpenApiClient<paths>({ baseUrl: client.baseUrl, fetch: clientFetch(client) })
 */
export function clientFetch(client: Client, given: ClientFetchOptions = {}): typeof fetch {
  const { schemes, ...options } = ownProperties(given);
  const state = clientStateOf(client);
  const carried = state.credentials.map(({ scheme }) => scheme);
  const missing = schemes?.find((scheme) => !carried.includes(scheme));
  if (missing !== undefined) throw new UsageError(`the client carries no credential for ${missing}`);

  return async (input, settings) => {
    const init = ownProperties(settings);
    const request = typeof input === "object" && "headers" in input ? input : undefined;
    const method = (init.method ?? request?.method ?? "GET").toUpperCase();
    const headers = Object.fromEntries(new Headers(init.headers ?? request?.headers));
    const body = init.body ?? (request?.body ? await request.arrayBuffer() : undefined);
    const redirect = init.redirect ?? request?.redirect;
    const operation = {
      id: "fetch",
      method,
      security: [schemes ?? carried],
      ...(redirect === "manual" && { redirect }),
    };
    const signal = init.signal ?? request?.signal;
    const target = targetOf(client, request?.url ?? `${input as string | URL}`);
    return sendRaw(client, operation, target, body ?? undefined, { ...options, headers, ...(signal && { signal }) });
  };
}

/** Path and query behind `baseUrl`, of an absolute URL or of a path below it. */
function targetOf({ baseUrl }: Client, given: string): string {
  const url = URL.canParse(given) ? new URL(given).href : given;
  const isBelow = url.startsWith(baseUrl) && ["", "/", "?", "#"].includes(url.charAt(baseUrl.length));
  return targetBelow(baseUrl, isBelow ? url.slice(baseUrl.length) : url, "fetch");
}
