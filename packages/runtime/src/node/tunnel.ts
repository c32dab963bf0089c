import type { Dispatcher, Pool } from "undici";
import { ownProperties } from "../index.ts";
import type { Undici } from "./load-undici.ts";

/**
 * Makes what asks a proxy for tunnels. undici 7 takes a proxy that hangs up for a server whose connection broke, and
 * asks again without a pause and without an end, after an abort too; under another code the failure is one of the call.
 *
 * @param timeoutMs limit for the answer of the proxy
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
