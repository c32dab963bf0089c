import type { OpenApiDocument } from "../document/openapi.ts";
import { type NameRegistry, pascalCase } from "../names/names.ts";

/** Names that a module of functions uses itself: of the runtime, of the openapi module, and of the platform. */
const USED = new Set([
  ..."BinaryBody Client ClientResource Failure ItemOf Operation OtherStatus PageOptions PagePromise RequestOptions Success Undocumented".split(
    " ",
  ),
  ..."ClientErrorStatus InformationalStatus RedirectStatus ServerErrorStatus SuccessStatus operations".split(" "),
  ..."SyncClient SyncRequestOptions".split(" "),
  ..."Array Blob Error Exclude File NonNullable Promise ReadableStream Record Request Response".split(" "),
]);

/** The exported types of the component schemas. */
export class TypeNames {
  /** Alias by name of the component schema. */
  readonly schemas: ReadonlyMap<string, string>;
  /** Component schemas whose wanted name was taken, and what they are called instead. */
  readonly renamed: readonly { readonly wanted: string; readonly name: string; readonly schema: string }[];

  /** @param exported Names that the index exports already; those of the schemas are added. */
  constructor(document: OpenApiDocument, exported: NameRegistry) {
    const schemas = new Map<string, string>();
    const renamed: { wanted: string; name: string; schema: string }[] = [];
    for (const schema of Object.keys(document.components?.schemas ?? {})) {
      const wanted = pascalCase(schema);
      const name = exported.take(wanted);
      schemas.set(schema, name);
      if (name !== wanted) renamed.push({ wanted, name, schema });
    }
    this.schemas = schemas;
    this.renamed = renamed;
  }

  /** The alias of a component schema, if a module of functions can import it without hiding a name that it uses. */
  importable(schema: string): string | undefined {
    const alias = this.schemas.get(schema);
    return alias !== undefined && !USED.has(alias) ? alias : undefined;
  }
}
