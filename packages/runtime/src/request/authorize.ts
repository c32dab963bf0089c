import type { Credential, Outgoing } from "../credentials/credential.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { HttpRequest } from "../hooks/hooks.ts";
import type { Operation } from "../operation/operation.ts";
import { ownProperties } from "../own-properties.ts";
import type { Call } from "./call.ts";
import { checkHeaders, mergeHeaders } from "./headers.ts";

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

/**
 * Puts the credentials of a call on a request: first those that are independent of the rest of it, then the call's own
 * headers, then signatures.
 *
 * @returns what goes to the server
 */
export async function authorize(call: Call, request: HttpRequest, signal: AbortSignal): Promise<Outgoing> {
  const { client, credentials, operation, options } = call;
  const { method, url, headers, body } = request;
  // Hooks may have changed it.
  if (url !== call.request.url && new URL(url).origin !== new URL(client.baseUrl).origin) {
    throw new UsageError("a hook must stay on the origin of baseUrl", { operationId: operation.id });
  }
  const outgoing: Outgoing = ownProperties({
    client,
    method,
    url,
    headers: ownProperties(headers),
    body,
    secrets: [],
    signal,
  });
  await apply(
    credentials.filter((one) => !ownProperties(one).signs),
    outgoing,
  );
  mergeHeaders(outgoing.headers, options.headers);
  await sign(call, outgoing);
  checkHeaders(outgoing.headers, operation.id);
  return outgoing;
}

/** Puts on the credentials that depend on the whole request. */
export function sign({ credentials }: Call, outgoing: Outgoing): Promise<void> {
  return apply(
    credentials.filter((one) => ownProperties(one).signs),
    outgoing,
  );
}

/** One after the other, because a failure of one that is left alone would go unheard. */
async function apply(credentials: readonly Credential[], outgoing: Outgoing): Promise<void> {
  for (const credential of credentials) {
    const pending = credential.apply(outgoing);
    // Most have nothing to wait for, and waiting takes time all the same.
    if (pending) await pending;
  }
}
