import type { SchemaModels } from "../model/schemas.ts";
import { NameRegistry } from "../names/names.ts";

/** Names that modules of functions use: from the runtime, the openapi module, and the platform. */
const USED = new Set([
  ..."BinaryBody Client ClientResource Failure ItemOf Operation OtherStatus PageOptions PagePromise".split(" "),
  ..."RequestOptions Success SyncClient SyncRequestOptions Undocumented operations".split(" "),
  ..."ClientErrorStatus InformationalStatus RedirectStatus ServerErrorStatus SuccessStatus".split(" "),
  ..."Array Blob Error Exclude File NonNullable Omit Pick Promise ReadableStream Record Request Required".split(" "),
  ..."Response".split(" "),
]);

/**
 * Returns import aliases for schema types whose name would hide another name in modules of functions: `Error` becomes
 * `ErrorSchema`. Types without a conflict have no entry.
 */
export function localNames(schemas: SchemaModels): ReadonlyMap<string, string> {
  const all = [...schemas.values()].map(({ typeName }) => typeName);
  const taken = new NameRegistry(all);
  return new Map(all.filter((name) => USED.has(name)).map((name) => [name, taken.take(`${name}Schema`)]));
}
