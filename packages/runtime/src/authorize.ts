import type { Call } from "./call.ts";
import type { Credential } from "./credentials/credential.ts";
import { UsageError } from "./errors/usage-error.ts";
import { checkHeaders, mergeHeaders } from "./headers.ts";
import type { Operation } from "./operation.ts";
import { ownProperties } from "./own-properties.ts";

/**
 * Chooses the credentials of the first alternative that the client can meet. An alternative that needs none is taken
 * only if no other can be met.
 */
export function chooseCredentials({ security = [] }: Operation, carried: readonly Credential[]): Credential[] {
  const find = (scheme: string) => carried.find((credential) => credential.scheme === scheme);
  const met = security.filter((schemes) => schemes.every(find));
  const chosen = met.find((schemes) => schemes.length) ?? met[0];
  if (security.length && !chosen) {
    const needed = security.map((schemes) => schemes.join(" and ")).join(" or ");
    const has = carried.map(({ scheme }) => scheme).join(", ") || "no credentials";
    throw new UsageError(`needs ${needed}; this client carries ${has}`);
  }
  return (chosen ?? []).map(find) as Credential[];
}

/** Writes the request as it goes to the server. */
export async function putCredentials(call: Call, signal: AbortSignal): Promise<void> {
  const { client, credentials, operation, options, outgoing, request } = call;
  const { url, headers } = request;
  // Hooks may have changed it.
  if (url !== outgoing.url && new URL(url).origin !== new URL(client.baseUrl).origin) {
    throw new UsageError("a hook must stay on the origin of baseUrl", { operationId: operation.id });
  }
  const written = { ...outgoing, url, headers: ownProperties(headers), signal };
  call.outgoing = written;
  // One after the other, for nobody would hear of a failure of one that is left alone.
  for (const one of credentials) {
    const pending = one.apply(written);
    // Most have nothing to wait for, and waiting takes time all the same.
    if (pending) await pending;
  }
  checkHeaders(mergeHeaders(written.headers, options.headers), operation.id);
}
