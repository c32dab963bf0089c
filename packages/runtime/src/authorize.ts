import type { Call } from "./call.ts";
import type { Credential } from "./credentials/credential.ts";
import { UsageError } from "./errors/usage-error.ts";

/**
 * Puts the credentials of the first alternative that the client can meet on the call. An alternative that needs none is
 * taken only if no other can be met.
 *
 * @returns promises only if credentials have to be waited for
 */
export function authorize(call: Call, carried: readonly Credential[]): (PromiseLike<void> | undefined)[] {
  const { security = [], id } = call.operation;
  const find = (scheme: string) => carried.find((credential) => credential.scheme === scheme);
  const met = security.filter((schemes) => schemes.every(find));
  const chosen = met.find((schemes) => schemes.length) ?? met[0];
  if (security.length && !chosen) {
    const needed = security.map((schemes) => schemes.join(" and ")).join(" or ");
    const has = carried.map(({ scheme }) => scheme).join(", ") || "no credentials";
    throw new UsageError(`needs ${needed}; this client carries ${has}`, { operationId: id });
  }
  return (chosen ?? []).map((scheme) => find(scheme)?.apply(call)).filter(Boolean);
}
