import type { Client } from "../client/client.ts";
import { clientStateOf } from "../client/client-options.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { CallOptions } from "../options.ts";
import { ownProperties } from "../own-properties.ts";
import { targetBelow } from "./raw-request.ts";
import { sendRaw } from "./send-raw.ts";

/** Options of {@link clientFetch}. */
export interface ClientFetchOptions extends CallOptions {
  /** The security schemes whose credentials each request gets. @default all schemes of the client */
  readonly schemes?: readonly string[] | undefined;
}

/**
 * Makes a standard `fetch` from a client, for libraries that take one, such as openapi-fetch and ky. Requests get the
 * client's credentials, headers, retries, hooks, time limits and redirect rules.
 *
 * It refuses URLs outside of the client's `baseUrl`, so that no credential is sent elsewhere. Of `init` it uses `method`,
 * `headers`, `body`, `signal` and `redirect: "manual"`. The body of a `Request` is read into memory, so that it can be sent
 * again; a stream in `init.body` is sent once. A `signal` also ends the body of the response.
 *
 * @param client - of several credentials for the same header, the last is sent
 * @param given - the schemes to use, and options for all requests
 * @returns a function like `fetch`; a failed connection rejects with a ConnectionError or TimeoutError, a refused redirect
 *   with a RedirectError
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
    const headers = Object.fromEntries(headersOf(init.headers ?? request?.headers));
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

/** The message of `Headers` quotes the value that it refuses, which may be a secret. */
function headersOf(given: ConstructorParameters<typeof Headers>[0]): Headers {
  try {
    return new Headers(given);
  } catch {
    throw new UsageError("a header has a name or a value that cannot be sent", { operationId: "fetch" });
  }
}

/** The path and query below `baseUrl` of an absolute URL, or of a path. */
function targetOf({ baseUrl }: Client, given: string): string {
  const url = URL.canParse(given) ? new URL(given).href : given;
  const isBelow = url.startsWith(baseUrl) && ["", "/", "?", "#"].includes(url.charAt(baseUrl.length));
  return targetBelow(baseUrl, isBelow ? url.slice(baseUrl.length) : url, "fetch");
}
