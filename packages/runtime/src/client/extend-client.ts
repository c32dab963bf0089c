import type { Credential } from "../credentials/credential.ts";
import { ownProperties } from "../own-properties.ts";
import type { Client } from "./client.ts";
import { type ClientOptions, clientStateOf } from "./client-options.ts";
import { createClient, type SchemesOf } from "./create-client.ts";

/**
 * Makes a client with the options of another, some of them replaced. Both share one `fetch`, unless it is replaced.
 *
 * @param client - stays unchanged
 * @param options - the options to replace
 * @throws {UsageError} if an option is invalid
 */
export function extendClient<Schemes, const C extends Credential = never>(
  client: Client<Schemes>,
  options: Partial<ClientOptions<C>>,
): Client<[C] extends [never] ? Schemes : SchemesOf<C>> {
  const state = clientStateOf(client);
  const { credentials, noteRateLimit, ...kept } = state;
  return createClient({ ...kept, ...ownProperties(options) } as ClientOptions<C>) as never;
}
