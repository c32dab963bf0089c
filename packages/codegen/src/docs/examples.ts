import { dereference, type RequestBody } from "../description/openapi.ts";
import { requiresObject, takesObject } from "../emit/arguments-type.ts";
import { fitLine, quote, sortNames } from "../emit/code.ts";
import { successMedia } from "../emit/operation-data.ts";
import { NameRegistry } from "../names.ts";
import type { OperationModel } from "../operation-model.ts";
import { hasSecretResult } from "../sensitive.ts";
import { chosenCredentials } from "./authorization.ts";
import type { DocsContext, MethodPlace } from "./context.ts";
import { environmentVariable } from "./environment.ts";
import { ExampleValues } from "./example-values.ts";
import { EXAMPLE_WIDTH, type Literal, printCall } from "./literal.ts";

/** A program that calls an operation in one of its forms. */
export interface Example {
  readonly form: "Plain" | "Detailed" | "Blocking" | "Class";
  readonly code: string;
}

/** What examples use of the platform: nothing may be imported under these names. */
const GLOBALS = ["File", "Number", "console", "process"];

/** A whole program for each form of an operation. */
export function examplesOf(model: OperationModel, context: DocsContext): Example[] {
  const { settings, hasTwins, methods } = context;
  const { id } = model;
  const inputs = inputsOf(model, context);
  const method = methods.get(model);
  const twins = hasTwins ? settings.sync : undefined;
  const example = (form: Example["form"], write: (program: Program) => void): Example => {
    const program = new Program(model, context, inputs);
    write(program);
    return { form, code: program.print() };
  };
  return [
    example("Plain", (program) => {
      const call = program.use(id);
      program.plain(`await ${call}(`, [{ code: program.client() }, ...inputs.params]);
    }),
    example("Detailed", (program) => {
      const call = program.use(`${id}Detailed`);
      program.detailed(`await ${call}(`, [{ code: program.client() }, ...inputs.params]);
    }),
    ...(twins === undefined
      ? []
      : [
          example("Blocking", (program) => {
            const call = program.use(`${id}Sync`, twins);
            program.plain(`${call}(`, [{ code: program.client(twins) }, ...inputs.params]);
          }),
        ]),
    ...(method === undefined
      ? []
      : [
          example("Class", (program) => {
            const root = program.rootObject();
            const { resource } = method;
            program.plain(`await ${root}.${resource}.${method.method.name}(`, argumentsOf(method, inputs));
          }),
        ]),
  ];
}

/** The values that an example passes. */
interface Inputs {
  /** By name of the argument of the function. */
  readonly parameters: ReadonlyMap<string, Literal>;
  readonly body: Literal | undefined;
  /** The second argument of the function, or none. */
  readonly params: readonly Literal[];
  readonly readsFiles: boolean;
}

function inputsOf(model: OperationModel, { document, settings }: DocsContext): Inputs {
  const values = new ExampleValues(document, model, settings);
  const parameters = new Map<string, Literal>();
  for (const parameter of model.parameters) {
    const value = values.parameter(parameter);
    if (value) parameters.set(parameter.argument, value);
  }
  const [media] = model.body?.media ?? [];
  const node = document.paths?.[model.path]?.[model.method]?.requestBody;
  const content = dereference<RequestBody>(document, node)?.content;
  const body = media && values.body(media, dereference(document, content?.[media.type]), model.body?.required === true);
  const entries: [string, Literal][] = [...parameters, ...(body ? [["body", body] as [string, Literal]] : [])];
  return { parameters, body, params: entries.length > 0 ? [{ entries }] : [], readsFiles: values.readsFiles };
}

/** Those of a method: parameters of the path by position, then one object with all others. */
function argumentsOf({ method }: MethodPlace, { parameters, body }: Inputs): Literal[] {
  const path = method.path.map(({ target }) => parameters.get(target) ?? { code: "undefined" });
  const named = method.parameters.flatMap(({ name, target }): [string, Literal][] => {
    const value = parameters.get(target);
    return value ? [[name, value]] : [];
  });
  const { properties } = method;
  const given = body && "entries" in body ? body.entries : [];
  const inBody = given.flatMap(([wireName, value]): [string, Literal][] => {
    // What only the server sends is no argument.
    const argument = properties?.find(({ target }) => target === wireName);
    return argument ? [[argument.name, value]] : [];
  });
  const whole: [string, Literal][] = body ? [["body", body]] : [];
  const entries = [...named, ...(properties ? inBody : whole)];
  const wantsObject = takesObject(method) && (entries.length > 0 || requiresObject(method));
  return [...path, ...(wantsObject ? [{ entries }] : [])];
}

/** Writes an example: what it imports, then its statements. */
class Program {
  readonly #model: OperationModel;
  readonly #context: DocsContext;
  readonly #imports = new Map<string, string[]>();
  readonly #names = new NameRegistry(GLOBALS);
  readonly #lines: string[] = [];

  constructor(model: OperationModel, context: DocsContext, { readsFiles }: Inputs) {
    this.#model = model;
    this.#context = context;
    if (readsFiles) this.use("readFileSync", "node:fs");
  }

  /** Imports a function, by default of the package. @returns The name that it has in the program. */
  use(name: string, from = this.#context.settings.package): string {
    const local = this.#names.take(name);
    const names = this.#imports.get(from) ?? [];
    names.push(local === name ? name : `${name} as ${local}`);
    this.#imports.set(from, names);
    return local;
  }

  /** Makes a client. @param twins Module of blocking functions, if it is for those. @returns Its name. */
  client(twins?: string): string {
    const { settings, runtime, baseUrl } = this.#context;
    const module = baseUrl === undefined ? runtime : settings.package;
    const make = twins === undefined ? this.use("createClient", module) : this.use("createSyncClient", twins);
    return this.#declare("client", `${make}(`, this.#options());
  }

  /** Makes the object that has the resources. @returns Its name. */
  rootObject(): string {
    const { settings, rootClass = "" } = this.#context;
    if (settings.class !== undefined)
      return this.#declare("client", `new ${this.use(settings.class)}(`, this.#options());
    const name = this.use(rootClass);
    return this.#declare("api", `new ${name}(`, [{ code: this.client() }]);
  }

  /** A call that resolves to the data. */
  plain(start: string, args: readonly Literal[]): void {
    const { responses } = this.#model;
    const isVoid = responses.some(({ status }) => status.startsWith("2")) && successMedia(this.#model).length === 0;
    if (isVoid) {
      this.#lines.push(printCall(start, args, ");"));
      return;
    }
    const data = this.#declare("data", start, args);
    this.#lines.push(this.#isSecret() ? `// ${data} holds secrets: keep it out of logs.` : `console.log(${data});`);
  }

  /** A call that resolves whatever the status is. */
  detailed(start: string, args: readonly Literal[]): void {
    const result = this.#declare("result", start, args);
    const data = this.#isSecret() ? "" : `, ${result}.data`;
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

  /** Options of a client: its credentials, and its address where the package does not know one. */
  #options(): Literal[] {
    const { settings, baseUrl } = this.#context;
    const made = chosenCredentials(this.#model, this.#context).map(({ scheme, name, isBasic }): Literal => {
      const secret = (ending?: string): string => environmentVariable(scheme, settings, ending);
      const user = `{ username: ${secret("USERNAME")}, password: ${secret("PASSWORD")} }`;
      return { code: `${this.use(name)}(${isBasic ? user : secret()})` };
    });
    const [only, ...others] = made;
    const auth: [string, Literal][] = only ? [["auth", others.length > 0 ? { items: made } : only]] : [];
    const address: [string, Literal][] = baseUrl === undefined ? [["baseUrl", { code: ADDRESS }]] : [];
    const entries = [...address, ...auth];
    return entries.length > 0 ? [{ entries }] : [];
  }

  #isSecret(): boolean {
    const { sensitive, path, method } = this.#model;
    const { document } = this.#context;
    return sensitive.length > 0 && hasSecretResult(document, document.paths?.[path]?.[method] ?? {});
  }
}

const ADDRESS = '"https://api.example.com"';

/** Modules of Node first, as linters have it. */
function order(a: string, b: string): number {
  const [first, second] = [a, b].map((one) => `${one.startsWith("node:") ? 0 : 1}${one}`);
  return (first ?? "") < (second ?? "") ? -1 : 1;
}
