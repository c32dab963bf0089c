import type { SchemaModels } from "../model/schemas.ts";
import { NameRegistry } from "../names/names.ts";

/** Names that a module of functions uses itself: of the runtime, of the openapi module, and of the platform. */
const USED = new Set([
  ..."BinaryBody Client ClientResource Failure ItemOf Operation OtherStatus PageOptions PagePromise".split(" "),
  ..."RequestOptions Success SyncClient SyncRequestOptions Undocumented operations".split(" "),
  ..."ClientErrorStatus InformationalStatus RedirectStatus ServerErrorStatus SuccessStatus".split(" "),
  ..."Array Blob Error Exclude File NonNullable Omit Pick Promise ReadableStream Record Request Required".split(" "),
  ..."Response".split(" "),
]);

/**
 * Names under which a module of functions imports types of schemas whose own name would hide one that it uses: `Error`
 * becomes `ErrorSchema`. By name of the type; others keep theirs.
 */
export function localNames(schemas: SchemaModels): ReadonlyMap<string, string> {
  const all = [...schemas.values()].map(({ typeName }) => typeName);
  const taken = new NameRegistry(all);
  return new Map(all.filter((name) => USED.has(name)).map((name) => [name, taken.take(`${name}Schema`)]));
}
