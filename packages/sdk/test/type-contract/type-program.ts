import { answersOf } from "../contract/answers.ts";
import { credentialsOf, schemesOf } from "../contract/credentials.ts";
import type { Document } from "../contract/document.ts";
import { type Described, describedOperations, moduleOf } from "../contract/operations.ts";
import { type Variant, variantsOf } from "../contract/variants.ts";

/** What a line of the program shows. */
export interface Statement {
  operationId: string;
  about: string;
  code: string;
}

/** How the program imports a module, and the package itself by the name `index`. */
export type SpecifierOf = (module: string) => string;

/**
 * A program, one statement a line, that compiles only if the generated types fit the description: every example is
 * assigned to the member of the result that belongs to its status, every set of arguments is given to the functions.
 */
export function typeProgram(document: Document, specifierOf: SpecifierOf): Statement[] {
  const operations = describedOperations(document);
  const modules = [...new Set(operations.map(moduleOf))];
  const imports = modules.map((module) => `import * as ${nameOf(module)} from "${specifierOf(module)}";`);
  const helpers = credentialsOf(document).map(({ helper }) => helper);
  const prelude = [
    `import { createClient, ${helpers.join(", ")} } from "${specifierOf("index")}";`,
    ...imports,
    "type Result<F extends (...rest: never) => unknown> = Awaited<ReturnType<F>>;",
    // `unknown` would take any example, and only an undocumented status has it.
    "type Known<T> = unknown extends T ? never : T;",
    // The status of a member may be a range, so it has to include the one that is asked for.
    "type Data<R, S> = R extends { ok: true; status: infer T; data: infer D } ? S extends T ? Known<D> : never : never;",
    "type Failure<R, S> = R extends { ok: false; status: infer T; error: infer E } ? S extends T ? Known<E> : never : never;",
  ];
  return [
    ...prelude.map((code) => ({ operationId: "", about: "prelude", code })),
    ...operations.flatMap((operation) => statementsOf(document, operation)),
  ];
}

function statementsOf(document: Document, operation: Described): Statement[] {
  const name = `${nameOf(moduleOf(operation))}.${operation.id}`;
  const statement = (about: string, code: string): Statement => ({ operationId: operation.id, about, code });
  const helpers = new Map(credentialsOf(document).map(({ scheme, helper }) => [scheme, `${helper}("secret")`]));
  const clientWith = (schemes: string[]) => `createClient({ auth: [${schemes.map((each) => helpers.get(each))}] })`;
  const call = (client: string, variant: Variant | undefined) =>
    `(() => ${name}(${client}, ${literal(variant?.params)}))`;
  const variants = variantsOf(document, operation);
  const alternatives = operation.security.length > 0 ? operation.security.map(schemesOf) : [[]];

  const calls = variants.map((variant) =>
    statement("arguments", `${call(clientWith(alternatives[0] ?? []), variant)};`),
  );
  const credentials = alternatives.map((schemes) =>
    statement("security", `${call(clientWith(schemes), variants[0])};`),
  );
  if (alternatives.every((schemes) => schemes.length > 0)) {
    const others = [...helpers.keys()].filter((scheme) => !alternatives.flat().includes(scheme));
    credentials.push(statement("security", "// @ts-expect-error: the client lacks the credential"));
    credentials.push(statement("security", `${call(clientWith(others), variants[0])};`));
  }
  const answers = operation.responses.flatMap(([declared]) =>
    answersOf(document, operation, declared).flatMap(({ status, body }) => {
      const member = status < 300 ? "Data" : "Failure";
      const type = `${member}<Result<typeof ${name}Detailed>, ${status}>`;
      const detailed = statement(declared, `(${literal(body)}) satisfies ${type};`);
      if (status >= 300 || body === undefined) return [detailed];
      return [detailed, statement(declared, `(${literal(body)}) satisfies Result<typeof ${name}>;`)];
    }),
  );
  return [...calls, ...credentials, ...answers];
}

function nameOf(module: string): string {
  return `module_${module.replaceAll("-", "_")}`;
}

/** A value as source text; files as `File`. */
function literal(value: unknown): string {
  if (value instanceof File) return `new File([], ${JSON.stringify(value.name)})`;
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  return `{ ${Object.entries(value)
    .map(([name, field]) => `${JSON.stringify(name)}: ${literal(field)}`)
    .join(", ")} }`;
}
