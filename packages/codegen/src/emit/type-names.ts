import type { OpenApiDocument } from "../description/openapi.ts";
import { NameRegistry, pascalCase } from "../names.ts";

/** Names that a module of functions uses itself: of the runtime, of the openapi module, and of the platform. */
const USED = new Set([
  ..."BinaryBody Client ClientResource Failure ItemOf Operation OtherStatus PageOptions PagePromise".split(" "),
  ..."RequestOptions Success SyncClient SyncRequestOptions Undocumented operations".split(" "),
  ..."ClientErrorStatus InformationalStatus RedirectStatus ServerErrorStatus SuccessStatus".split(" "),
  ..."Array Blob Error Exclude File NonNullable Omit Pick Promise ReadableStream Record Request Required".split(" "),
  ..."Response".split(" "),
]);

/** The exported types of the component schemas. */
export class TypeNames {
  /** Exported type by name of the component schema. */
  readonly schemas: ReadonlyMap<string, string>;
  /** Names under which a module of functions imports types whose own name would hide one that it uses. */
  readonly #locals: ReadonlyMap<string, string>;
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
    const locals = new NameRegistry(schemas.values());
    const hiding = [...schemas.values()].filter((name) => USED.has(name));
    this.#locals = new Map(hiding.map((name) => [name, locals.take(`${name}Schema`)]));
    this.renamed = renamed;
  }

  /** How a module of functions imports the type of a component schema: `Project`, or `Error as ErrorSchema`. */
  import(schema: string): { readonly specifier: string; readonly local: string } | undefined {
    const name = this.schemas.get(schema);
    if (name === undefined) return undefined;
    const local = this.#locals.get(name);
    return local === undefined ? { specifier: name, local: name } : { specifier: `${name} as ${local}`, local };
  }
}
