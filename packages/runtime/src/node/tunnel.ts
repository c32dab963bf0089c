import type { Dispatcher, Pool } from "undici";
import { ownProperties } from "../index.ts";
import type { Undici } from "./load-undici.ts";

/**
 * Makes the client that asks a proxy for tunnels. undici 7 mistakes a proxy that hangs up for a server whose connection
 * broke, and asks again without pause or end, even after an abort. With another code, the failure ends the call.
 *
 * @param timeoutMs - limit for the response of the proxy, in milliseconds
 */
export function clientOfProxy({ Pool }: Undici, timeoutMs: number): (origin: URL, options: object) => Dispatcher {
  return (origin, options) => {
    const pool: Pool = new Pool(origin, ownProperties({ ...options, headersTimeout: timeoutMs }));
    const connect = pool.connect.bind(pool) as (request: Dispatcher.ConnectOptions) => Promise<Dispatcher.ConnectData>;
    const connectOnce = (request: Dispatcher.ConnectOptions) => connect(request).catch(rename);
    return Object.assign(pool, { connect: connectOnce as typeof pool.connect });
  };
}

function rename(cause: Error & { code?: string }): never {
  if (cause.code !== "UND_ERR_SOCKET") throw cause;
  throw Object.assign(new Error("the proxy closed the connection", { cause }), { code: "PROXY_CLOSED" });
}
