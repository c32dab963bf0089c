import { type Client, type ClientOptions, type Credential, ownProperties, type SchemesOf } from "@keynest/runtime";
import { type NodeFetchOptions, nodeFetch } from "@keynest/runtime/node";
import { createClient as createPlainClient } from "./generated/client.gen.js";

export type { NodeFetchOptions };

/** Options of a client, and of its connections instead of `fetch`. */
export interface NodeClientOptions<C extends Credential = Credential>
  extends Omit<ClientOptions<C>, "baseUrl" | "fetch">,
    NodeFetchOptions {
  /** @default "http://localhost:8000" */
  readonly baseUrl?: string | undefined;
}

/**
 * Makes a client with connections of its own: private authorities, client certificates, proxies. Needs the package
 * `undici`. Disposing of the client, for example with `await using`, closes its connections.
 *
 * @param options - credentials, URL of the server, and options for connections and calls
 * @throws {UsageError} if an option is invalid, or a file cannot be read
 */
export function createClient<const C extends Credential = never>(
  options: NodeClientOptions<C> = {},
): Client<SchemesOf<C>> {
  const { ca, insecure, cert, key, passphrase, proxy, maxConnections, keepAliveTimeoutMs, connectTimeoutMs, ...rest } =
    ownProperties(options);
  const tls = { ca, insecure, cert, key, passphrase };
  const fetch = nodeFetch({ ...tls, proxy, maxConnections, keepAliveTimeoutMs, connectTimeoutMs });
  return createPlainClient<C>({ ...rest, fetch });
}
