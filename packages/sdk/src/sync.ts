import { type Client, type Credential, ownProperties, type SchemesOf, UsageError } from "@keynest/runtime";
import {
  createSyncClient as createClient,
  type SyncClientOptions as RuntimeOptions,
  type SyncClient,
} from "@keynest/runtime/sync";
import { defaultBaseUrl } from "./generated/client.gen.js";

/** Options of a client for blocking calls: those that can be passed to another thread. */
export type SyncClientOptions<C extends Credential = Credential> = Omit<RuntimeOptions<C>, "baseUrl"> & {
  /** @default "http://localhost:8000" */
  readonly baseUrl?: string | undefined;
};

/**
 * Makes a client for blocking calls.
 *
 * @param from - options, or the URL of a module that exports a client, as default or by the name `client`. The client of a
 *   module may have hooks, a `fetch` and a login, which cannot be passed to another thread.
 * @throws {UsageError} if an option is invalid, or cannot be passed to another thread
 * @example using client = createSyncClient({ auth: tokenAuth(token) });
 */
export function createSyncClient<const C extends Credential = never>(
  options?: SyncClientOptions<C>,
): SyncClient<SchemesOf<C>>;
export function createSyncClient<Made extends Client = Client<never>>(module: URL): SyncClient<Made["~schemes"]>;
export function createSyncClient(from: SyncClientOptions | URL = {}): SyncClient {
  if (typeof from === "string")
    throw new UsageError("createSyncClient takes the URL of a module as new URL(...), not as text");
  // The thread that carries out blocking calls imports the functions that return promises from here.
  const functions = new URL("./index.js", import.meta.url);
  if (from instanceof URL) return createClient(from, functions);
  const options = ownProperties(from);
  return createClient({ ...options, baseUrl: options.baseUrl ?? defaultBaseUrl }, functions);
}

export type { SyncClient, SyncRequestOptions } from "@keynest/runtime/sync";
export * from "./generated/sync/index.gen.js";
