import type { Dispatcher, Response as UndiciResponse } from "undici";
import { type Fetch, ownProperties, UsageError } from "../index.ts";
import { explain } from "./explain.ts";
import { type InFlight, inFlight } from "./in-flight.ts";
import { loadUndici } from "./load-undici.ts";
import { type ProxyOptions, proxyChooser, type UsedProxy } from "./proxy.ts";
import { type TlsOptions, tlsSettings } from "./tls.ts";
import { toPlatformResponse, toUndiciBody } from "./translate.ts";
import { clientOfProxy } from "./tunnel.ts";

/** How connections are made and kept. Time limits of calls are those of the client. */
export interface NodeFetchOptions extends TlsOptions, ProxyOptions {
  /** Connections to one origin at the same time; calls beyond wait for one. @default no limit */
  readonly maxConnections?: number | undefined;
  /** How long an idle connection is kept, in milliseconds, if the server does not say. @default 4000 */
  readonly keepAliveTimeoutMs?: number | undefined;
  /** Limit for making a connection, in milliseconds. @default 10000 */
  readonly connectTimeoutMs?: number | undefined;
}

/**
 * A `fetch` with its own connections, for Node.js. Needs the package `undici`, which is loaded at the first call; a call
 * without it is a UsageError. It speaks HTTP/1.1, as Node's own `fetch` does.
 *
 * Disposing of it lets the calls in flight end, closes all connections, and refuses further calls.
 *
 * @throws UsageError if an option cannot be used: a file that cannot be read or holds no PEM, a key of another
 *   certificate, a malformed proxy. No message holds what a file contains, nor a password.
 */
export function nodeFetch(given: NodeFetchOptions = {}): Fetch & AsyncDisposable {
  const options = ownProperties(given);
  const connections = positive(options, "maxConnections");
  const keepAliveTimeout = positive(options, "keepAliveTimeoutMs");
  const connectTimeout = positive(options, "connectTimeoutMs") ?? 10_000;
  const proxyFor = proxyChooser(options.proxy);
  const { server, proxy: proxyTls } = tlsSettings(options);
  // The client limits what takes long; undici's own limits would contradict it.
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
    if (closed) throw new UsageError("the client has been disposed of");
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
    let answer: UndiciResponse;
    try {
      const sent = ownProperties(init);
      const body = toUndiciBody(undici, sent.body);
      answer = await undici.fetch(url, ownProperties({ ...sent, body, dispatcher }) as never);
    } catch (error) {
      calls.end();
      throw explain(error, url, proxy);
    }
    return toPlatformResponse(answer, calls.end);
  }

  return Object.assign(fetch, {
    async [Symbol.asyncDispose](): Promise<void> {
      closed ??= close(Array.from(dispatchers.values()), calls);
      await closed;
    },
  });
}

// undici's `close` also waits for connections that are being made for calls that have ended meanwhile.
async function close(dispatchers: Dispatcher[], calls: InFlight): Promise<void> {
  await Promise.race([Promise.all(dispatchers.map((one) => one.close())), calls.idle()]);
  await Promise.all(dispatchers.map((one) => one.destroy()));
}

/** Requests for `http` go to the proxy as they are, for many proxies make tunnels to port 443 alone. */
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
