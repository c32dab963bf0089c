import type ts from "typescript";
import type { ClientNames } from "../model/client-names.ts";
import type { SchemaModels } from "../model/schemas.ts";
import type { DescriptionTypes } from "../types/description-types.ts";
import { nameReferences } from "../types/named-references.ts";
import { printNode } from "../types/nodes.ts";
import { fitLine, quote, sortNames } from "../typescript/code.ts";
import type { EmitContext } from "./context.ts";
import { localNames } from "./local-names.ts";

/** Functions of the runtime that most clients do not need, by the path of their entry point. */
const RUNTIME_ENTRIES = { digest: "/digest", styledTarget: "/styled-target" } as const;
type RuntimeEntry = keyof typeof RUNTIME_ENTRIES;

/** Collects the imports of a generated module while its code is written. */
export class ModuleImports {
  readonly types: DescriptionTypes;
  readonly clients: ClientNames;
  readonly #models: SchemaModels;
  readonly #localNames: ReadonlyMap<string, string>;
  readonly #runtimeTypes = new Set<string>();
  readonly #runtimeValues = new Set<string>();
  readonly #openapi = new Set<string>();
  readonly #runtimeEntries = new Set<RuntimeEntry>();
  readonly #schemas = new Set<string>();
  readonly #operations = new Map<string, Set<string>>();
  readonly #pages = new Set<string>();
  readonly #clients = new Map<string, Set<string>>();

  constructor({ model, types }: EmitContext) {
    this.types = types;
    this.clients = model.clients;
    this.#models = model.schemas;
    this.#localNames = localNames(model.schemas);
  }

  /** Imports a type of the runtime and returns its name. */
  runtimeType(name: string): string {
    this.#runtimeTypes.add(name);
    return name;
  }

  /** Imports a function of the runtime and returns its name. */
  runtimeValue(name: string): string {
    this.#runtimeValues.add(name);
    return name;
  }

  /** Imports a function that has an entry point of the runtime to itself, and returns its name. */
  runtimeEntry(name: RuntimeEntry): string {
    this.#runtimeEntries.add(name);
    return name;
  }

  /** Imports a type of the openapi module and returns its name. */
  openapi(name: "components" | "operations"): string {
    this.#openapi.add(name);
    return name;
  }

  /** Imports the type of a component schema and returns the name that it has in the module. */
  schema(schemaName: string): string | undefined {
    const name = this.#models.get(schemaName)?.typeName;
    if (name === undefined) return undefined;
    const local = this.#localNames.get(name);
    this.#schemas.add(local === undefined ? name : `${name} as ${local}`);
    return local ?? name;
  }

  /** Prints a type and imports everything that it refers to. */
  type(node: ts.TypeNode): string {
    return printNode(nameReferences(node, { schema: (name) => this.schema(name), hides: () => false }));
  }

  /** Imports a named union of clients, and returns its name. */
  client(name: string, file: "security" | "sync-clients"): string {
    this.#clients.set(file, (this.#clients.get(file) ?? new Set()).add(name));
    return name;
  }

  /** Imports a function or a type from the module of a tag and returns its name. */
  operation(file: string, name: string, kind: "type" | "value"): string {
    const names = this.#operations.get(file) ?? new Set();
    this.#operations.set(file, names.add(kind === "type" ? `type ${name}` : name));
    return name;
  }

  /** Imports a constant with a pagination, and returns its name. */
  pages(name: string): string {
    this.#pages.add(name);
    return name;
  }

  /**
   * Prints the import statements.
   *
   * @param up - path from the module to the output folder, such as `..`
   */
  print(runtime: string, up: string): string {
    const types = [...this.#runtimeTypes]
      .filter((name) => !this.#runtimeValues.has(name))
      .map((name) => `type ${name}`);
    const values = [...this.#runtimeValues];
    const names = sortNames([...types, ...values]);
    const onlyTypes = values.length === 0;
    const lines = [
      importLine(onlyTypes ? sortNames(this.#runtimeTypes) : names, runtime, onlyTypes),
      ...[...this.#runtimeEntries].map((name) => importLine([name], runtime + RUNTIME_ENTRIES[name], false)),
      importLine(sortNames(this.#openapi), `${up}/openapi.gen.js`, true),
      ...[...this.#operations].sort(byFile).map(([file, some]) => {
        const onlyTypes = [...some].every((name) => name.startsWith("type "));
        const list = onlyTypes ? [...some].map((name) => name.slice("type ".length)) : some;
        return importLine(sortNames(list), `${up}/operations/${file}.gen.js`, onlyTypes);
      }),
      importLine(sortNames(this.#pages), `${up}/paginate.gen.js`, false),
      importLine(sortNames(this.#schemas), `${up}/schemas.gen.js`, true),
      ...[...this.#clients].map(([file, some]) => importLine(sortNames(some), `${up}/${file}.gen.js`, true)),
    ];
    return lines.join("");
  }
}

const byFile = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

function importLine(names: readonly string[], from: string, onlyTypes: boolean): string {
  if (names.length === 0) return "";
  return fitLine(`import ${onlyTypes ? "type " : ""}{`, names, `} from ${quote(from)};`);
}
