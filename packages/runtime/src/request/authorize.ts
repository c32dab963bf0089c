import type { Credential, Outgoing } from "../credentials/credential.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { HttpRequest } from "../hooks/hooks.ts";
import type { Operation } from "../operation/operation.ts";
import { ownProperties } from "../own-properties.ts";
import type { Call } from "./call.ts";
import { type Exchange, newOutgoing } from "./exchange.ts";
import { checkHeaders, mergeHeaders } from "./headers.ts";

/**
 * Chooses the credentials of the first security alternative that the client can meet. An alternative without schemes is
 * chosen only if no other can be met.
 *
 * @throws {UsageError} if the client can meet none
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
 * Adds the credentials of a call to a request: first those that do not depend on the rest of it, then the headers of the
 * call, then signatures.
 *
 * @returns the request for the server
 */
export async function authorize(call: Call, request: HttpRequest, signal: AbortSignal): Promise<Outgoing> {
  const { client, operation, options } = call;
  // Hooks may have changed the URL.
  if (request.url !== call.request.url && new URL(request.url).origin !== new URL(client.baseUrl).origin) {
    throw new UsageError("a hook must not change the origin of the URL", { operationId: operation.id });
  }
  const outgoing = newOutgoing(request, { client, secrets: [], signal });
  await applyCredentials(call, outgoing, false);
  mergeHeaders(outgoing.headers, options.headers);
  await applyCredentials(call, outgoing, true);
  checkHeaders(outgoing.headers, operation.id);
  return outgoing;
}

/** Applies the signatures of a call, or its other credentials, one after the other. */
export async function applyCredentials(
  { credentials }: Call,
  outgoing: Outgoing,
  areSignatures: boolean,
): Promise<void> {
  for (const credential of credentials) {
    const { signs = false } = ownProperties(credential);
    const pending = signs === areSignatures && credential.apply(outgoing);
    // Most credentials need no wait, and an `await` costs time even then.
    if (pending) await pending;
  }
}

/** Renews the credentials that the server refused. @returns whether any of them has changed */
export async function renewCredentials({ call, outgoing, response }: Exchange, signal: AbortSignal): Promise<boolean> {
  let hasRenewed = false;
  const refusal = ownProperties({ response, signal });
  for (const credential of call.credentials) {
    if (await ownProperties(credential).renew?.call(credential, outgoing, refusal)) hasRenewed = true;
  }
  return hasRenewed;
}
