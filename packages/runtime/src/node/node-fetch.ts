import type { Dispatcher, Response as UndiciResponse } from "undici";
import { type Fetch, ownProperties, UsageError } from "../index.ts";
import { explain } from "./explain.ts";
import { type InFlight, inFlight } from "./in-flight.ts";
import { loadUndici } from "./load-undici.ts";
import { type ProxyOptions, proxyChooser, type UsedProxy } from "./proxy.ts";
import { type TlsOptions, tlsSettings } from "./tls.ts";
import { toPlatformResponse, toUndiciBody } from "./translate.ts";
import { clientOfProxy } from "./tunnel.ts";

/** Options of the connections of {@link nodeFetch}. The client has the time limits of calls. */
export interface NodeFetchOptions extends TlsOptions, ProxyOptions {
  /** The most concurrent connections to one origin; further calls wait. @default no limit */
  readonly maxConnections?: number | undefined;
  /** How long an idle connection is kept, in milliseconds, unless the server says. @default 4000 */
  readonly keepAliveTimeoutMs?: number | undefined;
  /** Time limit for opening a connection, in milliseconds. @default 10000 */
  readonly connectTimeoutMs?: number | undefined;
}

/**
 * Makes a `fetch` with connections of its own, for Node.js. It uses HTTP/1.1, like Node's own `fetch`. It loads the package
 * `undici` at the first call; without the package, a call rejects with a UsageError.
 *
 * Disposing of it waits for the calls in flight, closes all connections, and refuses further calls.
 *
 * @throws {UsageError} if an option is invalid: a file that cannot be read or has no PEM, a key that does not match the
 *   certificate, a malformed proxy URL. No message contains a password or the content of a file.
 * @example createClient({ baseUrl, fetch: nodeFetch({ ca: "/etc/ssl/certs/company-ca.pem" }) })
 */
export function nodeFetch(given: NodeFetchOptions = {}): Fetch & AsyncDisposable {
  const options = ownProperties(given);
  const connections = positive(options, "maxConnections");
  const keepAliveTimeout = positive(options, "keepAliveTimeoutMs");
  const connectTimeout = positive(options, "connectTimeoutMs") ?? 10_000;
  const proxyFor = proxyChooser(options.proxy);
  const { server, proxy: proxyTls } = tlsSettings(options);
  // The client has the time limits; undici's own would contradict them.
  const pool = {
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
    ...(connections && { connections }),
    ...(keepAliveTimeout && { keepAliveTimeout }),
  };
  const direct = ownProperties({ ...server, allowH2: false, timeout: connectTimeout });
  const toProxy = ownProperties({ ...proxyTls, allowH2: false, timeout: connectTimeout });

  const dispatchers = new Map<string | undefined, Dispatcher>();
  const calls = inFlight();
  let closed: Promise<void> | undefined;

  async function fetch(url: string, init: RequestInit): Promise<Response> {
    const proxy = proxyFor(new URL(url));
    const undici = await loadUndici();
    if (closed) throw new UsageError("the client has been disposed of; make another one");
    let dispatcher = dispatchers.get(proxy?.uri);
    if (!dispatcher) {
      dispatcher = proxy
        ? new undici.ProxyAgent(
            ownProperties({
              ...pool,
              ...tunnel(proxy),
              requestTls: direct,
              proxyTls: toProxy,
              clientFactory: clientOfProxy(undici, connectTimeout),
            }),
          )
        : new undici.Agent(ownProperties({ ...pool, connect: direct }));
      dispatchers.set(proxy?.uri, dispatcher);
    }
    calls.begin();
    let response: UndiciResponse;
    try {
      const sent = ownProperties(init);
      const body = toUndiciBody(undici, sent.body);
      response = await undici.fetch(url, ownProperties({ ...sent, body, dispatcher }) as never);
    } catch (error) {
      calls.end();
      throw explain(error, url, proxy);
    }
    return toPlatformResponse(response, calls.end);
  }

  return Object.assign(fetch, {
    async [Symbol.asyncDispose](): Promise<void> {
      closed ??= close(Array.from(dispatchers.values()), calls);
      await closed;
    },
  });
}

// undici's `close` also waits for connections that are being opened for calls that have ended meanwhile.
async function close(dispatchers: Dispatcher[], calls: InFlight): Promise<void> {
  await Promise.race([Promise.all(dispatchers.map((one) => one.close())), calls.idle()]);
  await Promise.all(dispatchers.map((one) => one.destroy()));
}

/** Requests for `http` go to the proxy without a tunnel, because many proxies allow tunnels to port 443 only. */
function tunnel({ uri, authorization }: UsedProxy): { uri: string; proxyTunnel: boolean; token?: string } {
  return { uri, proxyTunnel: false, ...(authorization && { token: authorization }) };
}

function positive(options: NodeFetchOptions, name: `${string}TimeoutMs` & keyof NodeFetchOptions): number | undefined;
function positive(options: NodeFetchOptions, name: "maxConnections"): number | undefined;
function positive(options: NodeFetchOptions, name: keyof NodeFetchOptions): number | undefined {
  const value = options[name];
  if (value === undefined || (Number.isSafeInteger(value) && (value as number) > 0)) return value as number | undefined;
  throw new UsageError(`${name} must be a whole number above 0`);
}
