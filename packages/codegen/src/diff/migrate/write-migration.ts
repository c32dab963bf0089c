import type { OperationModel } from "../../model/operation.ts";
import { camelCase, kebabCase } from "../../names/names.ts";
import { quote } from "../../typescript/code.ts";
import type { Migration } from "../change.ts";
import type { Occurrence } from "../compare/occurrence.ts";
import type { Sides } from "../match/sides.ts";
import type { MigrationHint } from "../rules/rule.ts";
import { credentialName } from "../rules/security/credential-name.ts";
import type { Side } from "../side.ts";
import { callText, type Shown } from "./call-text.ts";
import { type ResultField, resultField, resultText } from "./result-text.ts";

/** Input of a migration: an occurrence, and its operation on each side, if it has one. */
interface Context {
  readonly occurrence: Occurrence;
  readonly sides: Sides;
  readonly base: OperationModel | undefined;
  readonly head: OperationModel | undefined;
  /** What programs import the client from. */
  readonly module: string;
}

/**
 * Writes the code that shows a difference, before and after.
 *
 * @param module - what programs import the client from
 * @returns undefined if the code stays the same
 */
export function writeMigration(occurrence: Occurrence, sides: Sides, module: string): Migration | undefined {
  const hint = occurrence.difference.migration;
  const code = hint && writeCode(hint, { occurrence, sides, module, ...operationsOf(occurrence, sides) });
  return code && code.before !== code.after ? code : undefined;
}

function writeCode(hint: MigrationHint, context: Context): Migration | undefined {
  const { base, head, module } = context;
  switch (hint.what) {
    case "call":
      return showCall(hint, context);
    case "result":
      return showResult(hint, context);
    case "status":
      return showStatus(hint.status, context);
    case "pages":
      return showPages(context);
    case "credentials":
      return showCredentials(hint, context);
    case "import":
      return base && head && { before: importText(base, module), after: importText(head, module) };
    case "module": {
      const line = (name: string): string => `import * as ${camelCase(name)} from ${quote(`${module}/${name}`)};`;
      return { before: line(hint.from), after: line(hint.to) };
    }
    case "type": {
      const line = (name: string): string => `import type { ${name} } from ${quote(module)};`;
      return { before: line(hint.before), after: hint.after ? line(hint.after) : `// ${hint.before} was removed.` };
    }
    case "method":
      return {
        before: `await keynest.${hint.before}(/* … */);`,
        after: `await keynest.${hint.after}(/* … */);`,
      };
    case "credential": {
      const line = (name: string): string => `createClient({ auth: ${name}("…") });`;
      return {
        before: line(hint.before),
        after: hint.after ? line(hint.after) : `// ${hint.before} was removed.`,
      };
    }
  }
}

function operationsOf({ usage }: Occurrence, { operations }: Sides): Pick<Context, "base" | "head"> {
  if (usage.kind !== "operation") return { base: undefined, head: undefined };
  const pair = operations.pairs.find((one) => one.head.id === usage.name);
  if (pair) return pair;
  return { base: operations.removed.find(({ id }) => id === usage.name), head: undefined };
}

function showCall(
  { isRequired = false }: Extract<MigrationHint, { what: "call" }>,
  { occurrence, sides, base, head }: Context,
): Migration | undefined {
  if (!base) return undefined;
  const { usage, path } = occurrence;
  const argument = occurrence.difference.argument ?? { base: usage.argument, head: usage.argument };
  const line = (side: Side, operation: OperationModel, shown: Shown): string =>
    `await ${callText(side, operation, shown)};`;
  const body = argument.head === undefined && path.length > 0;
  const after = head ? line(sides.head, head, { argument: argument.head, path, body }) : `// ${base.id} was removed.`;
  // The call before leaves out the field, or the parameter as a whole.
  const isLeftOut = isRequired && path.length === 0;
  const was = { argument: isLeftOut ? undefined : argument.base, path: isRequired ? path.slice(0, -1) : path, body };
  return { before: line(sides.base, base, was), after };
}

function showResult(
  hint: Extract<MigrationHint, { what: "result" }>,
  { occurrence, sides, base, head }: Context,
): Migration | undefined {
  const { usage, path } = occurrence;
  // Programs read headers by name, without a type.
  if (!base || !head || usage.argument !== undefined || !/^\d+$/.test(usage.status ?? "")) return undefined;
  const [was, is] = [resultField(sides.base, base, usage, path), resultField(sides.head, head, usage, path)];
  const { before, after } = hint;
  if (!was || (after !== undefined && !is)) return undefined;
  const last = [...path].reverse().find((step) => !step.startsWith("["));
  const name = last === undefined ? "value" : camelCase(last);
  const read = ({ text, isOptional }: ResultField, type: string): string => {
    const whole = isOptional && !type.endsWith("| undefined") ? `${type} | undefined` : type;
    return `const ${name}: ${whole} = ${text};`;
  };
  const line = after !== undefined && is ? read(is, after) : `// ${was.text.replaceAll("!", "")} was removed.`;
  return {
    before: resultText(sides.base, base, usage, read(was, before)),
    after: resultText(sides.head, head, usage, line),
  };
}

function showStatus(status: string, { sides, base, head }: Context): Migration | undefined {
  if (!base || !head || !/^\d+$/.test(status)) return undefined;
  const line = (side: Side, operation: OperationModel): string =>
    `const result = await ${callText(side, operation, {}, "Detailed")};\n`;
  const part = status.startsWith("2") ? "data" : "error";
  return {
    before: `${line(sides.base, base)}if (result.status === ${status}) console.log(result.${part});`,
    after: `${line(sides.head, head)}// ${status} is no longer documented: its body has no type.`,
  };
}

function showPages({ sides, base, head }: Context): Migration | undefined {
  if (!base || !head) return undefined;
  const [, rest = ""] = /^\w+\(client(.*)\)$/s.exec(callText(sides.base, base)) ?? [];
  return {
    before: `for await (const item of paginate(${base.id}, client${rest})) console.log(item);`,
    after: `console.log(await ${callText(sides.head, head)});`,
  };
}

function showCredentials(
  { before, after }: Extract<MigrationHint, { what: "credentials" }>,
  { sides }: Context,
): Migration {
  return { before: clientText(before, sides.base), after: clientText(after, sides.head) };
}

/** A client with the credentials of the first alternative. */
function clientText([first = []]: readonly (readonly string[])[], { model }: Side): string {
  const credentials = first.map((name) => {
    const scheme = model.securitySchemes.find((one) => one.name === name);
    return `${scheme ? credentialName(scheme) : name}("…")`;
  });
  const auth = credentials.length > 1 ? `[${credentials.join(", ")}]` : credentials[0];
  return auth === undefined ? "const client = createClient();" : `const client = createClient({ auth: ${auth} });`;
}

function importText({ id, tag }: OperationModel, module: string): string {
  return `import { ${id} } from ${quote(`${module}/${kebabCase(tag ?? "default")}`)};`;
}
