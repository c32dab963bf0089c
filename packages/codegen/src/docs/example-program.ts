import type { OperationModel } from "../model/operation.ts";
import { NameRegistry } from "../names/names.ts";
import { fitLine, quote, sortNames } from "../typescript/code.ts";
import { chosenCredentials } from "./authorization.ts";
import type { DocsContext } from "./context.ts";
import { environmentVariable } from "./environment.ts";
import type { ExampleInputs } from "./example-inputs.ts";
import { EXAMPLE_WIDTH, type Literal, printCall } from "./literal.ts";

/** Globals that examples use, which imports must not hide. */
const GLOBALS = ["File", "Number", "console", "process"];

/** Builds an example program: imports, then statements. */
export class ExampleProgram {
  readonly #operation: OperationModel;
  readonly #context: DocsContext;
  readonly #imports = new Map<string, string[]>();
  readonly #names = new NameRegistry(GLOBALS);
  readonly #lines: string[] = [];
  readonly #isSecretResult: boolean;

  constructor(operation: OperationModel, context: DocsContext, { readsFiles, isSecretResult }: ExampleInputs) {
    this.#operation = operation;
    this.#context = context;
    this.#isSecretResult = isSecretResult;
    if (readsFiles) this.importName("readFileSync", "node:fs");
  }

  /**
   * Imports a function, by default from the documented package.
   *
   * @returns its name in the program
   */
  importName(name: string, from: string = this.#context.settings.package): string {
    const local = this.#names.take(name);
    const names = this.#imports.get(from) ?? [];
    names.push(local === name ? name : `${name} as ${local}`);
    this.#imports.set(from, names);
    return local;
  }

  /**
   * Adds a statement that creates a client.
   *
   * @param syncModule - module of blocking functions, if the client is for those
   * @returns its name in the program
   */
  addClient(syncModule?: string): string {
    const { settings, runtime, model } = this.#context;
    const module = model.baseUrl === undefined ? runtime : settings.package;
    const make =
      syncModule === undefined
        ? this.importName("createClient", module)
        : this.importName("createSyncClient", syncModule);
    return this.#declare("client", `${make}(`, this.#options());
  }

  /**
   * Adds a statement that creates the root object of the resources.
   *
   * @returns its name in the program
   */
  addRootObject(): string {
    const { settings, model } = this.#context;
    if (settings.class !== undefined)
      return this.#declare("client", `new ${this.importName(settings.class)}(`, this.#options());
    const name = this.importName(model.resources?.rootClass ?? "");
    return this.#declare("api", `new ${name}(`, [{ code: this.addClient() }]);
  }

  /** Adds a call that resolves to the data. */
  addPlainCall(start: string, args: readonly Literal[]): void {
    const { responses, successMedia } = this.#operation;
    const isVoid = responses.some(({ status }) => status.startsWith("2")) && successMedia.length === 0;
    if (isVoid) {
      this.#lines.push(printCall(start, args, ");"));
      return;
    }
    const data = this.#declare("data", start, args);
    this.#lines.push(this.#isSecretResult ? `// ${data} contains secrets: do not log it.` : `console.log(${data});`);
  }

  /** Adds a call that resolves for any status. */
  addDetailedCall(start: string, args: readonly Literal[]): void {
    const result = this.#declare("result", start, args);
    const data = this.#isSecretResult ? "" : `, ${result}.data`;
    this.#lines.push(`if (${result}.ok) console.log(${result}.status${data});`);
    this.#lines.push(`else console.error(${result}.status, ${result}.error);`);
  }

  print(): string {
    const modules = [...this.#imports].sort(([a], [b]) => order(a, b));
    const imports = modules.map(([from, names]) => {
      return fitLine("import {", sortNames(names), `} from ${quote(from)};`, "", EXAMPLE_WIDTH);
    });
    return `${imports.join("")}\n${this.#lines.join("\n")}\n`;
  }

  #declare(wanted: string, start: string, args: readonly Literal[]): string {
    const name = this.#names.take(wanted);
    this.#lines.push(printCall(`const ${name} = ${start}`, args, ");"));
    return name;
  }

  /** Returns the options of a client: credentials, and a base URL if the package has no default. */
  #options(): Literal[] {
    const { settings, model } = this.#context;
    const made = chosenCredentials(this.#operation, this.#context).map(({ scheme, name, secretKind }): Literal => {
      const secret = (ending?: string): string => environmentVariable(scheme, settings, ending);
      const user = `{ username: ${secret("USERNAME")}, password: ${secret("PASSWORD")} }`;
      return { code: `${this.importName(name)}(${secretKind === "text" ? secret() : user})` };
    });
    const [only, ...others] = made;
    const auth: [string, Literal][] = only ? [["auth", others.length > 0 ? { items: made } : only]] : [];
    const address: [string, Literal][] = model.baseUrl === undefined ? [["baseUrl", { code: BASE_URL }]] : [];
    const entries = [...address, ...auth];
    return entries.length > 0 ? [{ entries }] : [];
  }
}

const BASE_URL = '"https://api.example.com"';

/** Sorts modules of Node.js first, like linters. */
function order(a: string, b: string): number {
  const [first, second] = [a, b].map((one) => `${one.startsWith("node:") ? 0 : 1}${one}`);
  return (first ?? "") < (second ?? "") ? -1 : 1;
}
