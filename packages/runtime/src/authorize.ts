import type { Call } from "./call.ts";
import { UsageError } from "./errors/usage-error.ts";
import { mergeHeaders } from "./headers.ts";

/**
 * Puts the credentials of the first alternative that the client can meet on the outgoing request. An alternative that
 * needs none is taken only if no other can be met.
 *
 * @returns a promise only if a credential has to be waited for
 */
export function authorize(call: Call): Promise<void> | undefined {
  const { operation, state, outgoing, options } = call;
  const alternatives = operation.security ?? [];
  if (!alternatives.length) return undefined;

  const met = alternatives.filter((schemes) => schemes.every((scheme) => state.credentials.has(scheme)));
  const chosen = met.find((schemes) => schemes.length) ?? met[0];
  if (!chosen) {
    const needed = alternatives.map((schemes) => schemes.join(" and ")).join(" or ");
    const carried = [...state.credentials.keys()].join(", ") || "no credentials";
    throw new UsageError(`needs ${needed}; this client carries ${carried}.`, { operationId: operation.id });
  }
  const finish = () => mergeHeaders(outgoing.headers, options.headers ?? {});
  const pending = chosen.map((scheme) => state.credentials.get(scheme)?.apply(outgoing)).filter(Boolean);
  if (pending.length) return Promise.all(pending).then(finish);
  finish();
  return undefined;
}
