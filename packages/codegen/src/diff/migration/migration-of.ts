import { camelCase, kebabCase } from "../../names/names.ts";
import { quote } from "../../typescript/code.ts";
import type { Migration } from "../change.ts";
import type { Described, DescribedOperation } from "../described.ts";
import type { Shows } from "../finding.ts";
import type { Found } from "../found.ts";
import type { DescriptionPair } from "../pairs.ts";
import { credentialName } from "../rules/security/credential-name.ts";
import { callText, type Shown } from "./call-text.ts";
import { type ResultField, resultField, resultText } from "./result-text.ts";

/** Where a finding is: both descriptions, and the operation in each, if it has one. */
interface Context {
  readonly found: Found;
  readonly all: DescriptionPair;
  readonly base: DescribedOperation | undefined;
  readonly head: DescribedOperation | undefined;
  /** What programs import the client from. */
  readonly module: string;
}

/**
 * How code that uses the client changes: the same in TypeScript before and after.
 *
 * @param module What programs import the client from.
 * @returns Nothing where code stays as it is.
 */
export function migrationOf(found: Found, all: DescriptionPair, module: string): Migration | undefined {
  const { shows } = found.finding;
  const migration = shows && show(shows, { found, all, module, ...operationsOf(found, all) });
  return migration && migration.before !== migration.after ? migration : undefined;
}

function show(shows: Shows, context: Context): Migration | undefined {
  const { base, head, module } = context;
  switch (shows.what) {
    case "call":
      return showCall(shows, context);
    case "result":
      return showResult(shows, context);
    case "status":
      return showStatus(shows.status, context);
    case "pages":
      return showPages(context);
    case "credentials":
      return showCredentials(shows, context);
    case "import":
      return base && head && { before: importText(base, module), after: importText(head, module) };
    case "module": {
      const line = (name: string): string => `import * as ${camelCase(name)} from ${quote(`${module}/${name}`)};`;
      return { before: line(shows.from), after: line(shows.to) };
    }
    case "method":
      return { before: `await keynest.${shows.before}(/* … */);`, after: `await keynest.${shows.after}(/* … */);` };
    case "credential": {
      const line = (name: string): string => `createClient({ auth: ${name}("…") });`;
      return { before: line(shows.before), after: shows.after ? line(shows.after) : `// ${shows.before} is gone.` };
    }
  }
}

function operationsOf({ place }: Found, { operations }: DescriptionPair): Pick<Context, "base" | "head"> {
  if (place.kind !== "operation") return { base: undefined, head: undefined };
  const pair = operations.pairs.find((one) => one.head.model.id === place.name);
  if (pair) return pair;
  return { base: operations.removed.find(({ model }) => model.id === place.name), head: undefined };
}

function showCall(
  { isRequired = false }: Extract<Shows, { what: "call" }>,
  { found, all, base, head }: Context,
): Migration | undefined {
  if (!base) return undefined;
  const { place, path } = found;
  const argument = found.finding.argument ?? { base: place.argument, head: place.argument };
  const line = (described: Described, operation: DescribedOperation, shown: Shown): string =>
    `await ${callText(described, operation, shown)};`;
  const body = argument.head === undefined && path.length > 0;
  const after = head ? line(all.head, head, { argument: argument.head, path, body }) : `// ${base.model.id} is gone.`;
  // Without the field, or without the parameter as a whole.
  const isLeftOut = isRequired && path.length === 0;
  const was = { argument: isLeftOut ? undefined : argument.base, path: isRequired ? path.slice(0, -1) : path, body };
  return { before: line(all.base, base, was), after };
}

function showResult(
  shows: Extract<Shows, { what: "result" }>,
  { found, all, base, head }: Context,
): Migration | undefined {
  const { place, path } = found;
  // Headers are read by their names, and have no types.
  if (!base || !head || place.argument !== undefined || !/^\d+$/.test(place.status ?? "")) return undefined;
  const [was, is] = [resultField(all.base, base, place, path), resultField(all.head, head, place, path)];
  const { before, after } = shows;
  if (!was || (after !== undefined && !is)) return undefined;
  const last = [...path].reverse().find((step) => !step.startsWith("["));
  const name = last === undefined ? "value" : camelCase(last);
  const read = ({ text, isOptional }: ResultField, type: string): string => {
    const whole = isOptional && !type.endsWith("| undefined") ? `${type} | undefined` : type;
    return `const ${name}: ${whole} = ${text};`;
  };
  const line = after !== undefined && is ? read(is, after) : `// ${was.text.replaceAll("!", "")} is gone.`;
  return {
    before: resultText(all.base, base, place, read(was, before)),
    after: resultText(all.head, head, place, line),
  };
}

function showStatus(status: string, { all, base, head }: Context): Migration | undefined {
  if (!base || !head || !/^\d+$/.test(status)) return undefined;
  const line = (described: Described, operation: DescribedOperation): string =>
    `const result = await ${callText(described, operation, {}, "Detailed")};\n`;
  const part = status.startsWith("2") ? "data" : "error";
  return {
    before: `${line(all.base, base)}if (result.status === ${status}) console.log(result.${part});`,
    after: `${line(all.head, head)}// ${status} is no documented status any more: its body has no type.`,
  };
}

function showPages({ all, base, head }: Context): Migration | undefined {
  if (!base || !head) return undefined;
  const [, rest = ""] = /^\w+\(client(.*)\)$/s.exec(callText(all.base, base)) ?? [];
  return {
    before: `for await (const item of paginate(${base.model.id}, client${rest})) console.log(item);`,
    after: `console.log(await ${callText(all.head, head)});`,
  };
}

function showCredentials({ before, after }: Extract<Shows, { what: "credentials" }>, { all }: Context): Migration {
  return { before: clientText(before, all.base), after: clientText(after, all.head) };
}

/** A client that carries what the first alternative asks for. */
function clientText([first = []]: readonly (readonly string[])[], { document }: Described): string {
  const credentials = first.map(
    (name) => `${credentialName(name, document.components?.securitySchemes?.[name] ?? {})}("…")`,
  );
  const auth = credentials.length > 1 ? `[${credentials.join(", ")}]` : credentials[0];
  return auth === undefined ? "const client = createClient();" : `const client = createClient({ auth: ${auth} });`;
}

function importText({ model }: DescribedOperation, module: string): string {
  return `import { ${model.id} } from ${quote(`${module}/${kebabCase(model.tag ?? "default")}`)};`;
}
