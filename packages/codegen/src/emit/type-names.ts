import type { OpenApiDocument } from "../description/openapi.ts";
import { NameRegistry, pascalCase } from "../names.ts";
import type { OperationModel } from "../operation-model.ts";

/** Names that a generated module uses itself: of the runtime, of the openapi module, and of the platform. */
const USED = [
  ..."BinaryBody Client Failure Operation OtherStatus RequestOptions Success Undocumented".split(" "),
  ..."ClientErrorStatus InformationalStatus RedirectStatus ServerErrorStatus SuccessStatus operations".split(" "),
  ..."Array Blob Error Exclude File NonNullable Promise ReadableStream Record Request Response".split(" "),
];

/** The exported type names: of component schemas, and of each operation's parameters and result. */
export class TypeNames {
  /** Alias by name of the component schema. */
  readonly schemas: ReadonlyMap<string, string>;
  /** Component schemas whose wanted name was taken, and what they are called instead. */
  readonly renamed: readonly { readonly wanted: string; readonly name: string; readonly schema: string }[];
  readonly #used = new NameRegistry(USED);
  readonly #registry = new NameRegistry();

  constructor(document: OpenApiDocument, operations: readonly OperationModel[]) {
    for (const { id } of operations) for (const type of [paramsName(id), resultName(id)]) this.#registry.take(type);
    const schemas = new Map<string, string>();
    const renamed: { wanted: string; name: string; schema: string }[] = [];
    for (const schema of Object.keys(document.components?.schemas ?? {})) {
      const wanted = pascalCase(schema);
      const name = this.#registry.take(wanted);
      schemas.set(schema, name);
      if (name !== wanted) renamed.push({ wanted, name, schema });
    }
    this.schemas = schemas;
    this.renamed = renamed;
  }

  /** The alias of a component schema, if a module of functions can import it without hiding a name that it uses. */
  importable(schema: string): string | undefined {
    const alias = this.schemas.get(schema);
    return alias !== undefined && !this.#used.has(alias) ? alias : undefined;
  }
}

/** Name of the type of an operation's parameters. */
export const paramsName = (operationId: string): string => `${upperFirst(operationId)}Params`;

/** Name of the type of an operation's detailed result. */
export const resultName = (operationId: string): string => `${upperFirst(operationId)}Result`;

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
