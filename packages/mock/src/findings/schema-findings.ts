import type { PrismViolation } from "../contract/prism-types.ts";
import type { Category, Finding } from "./finding.ts";
import { type Resolve, type Schema, unescapePointer } from "./schema.ts";
import { placeOf, shortened, shownAt } from "./shown-value.ts";
import type { Path } from "./undocumented-fields.ts";

/** Keywords with several schemas. If none fits, Ajv reports each schema, and the keyword. */
const ALTERNATIVES = ["anyOf", "oneOf"];

/** Makes findings of the violations that Prism found in a body or in headers. */
export function schemaFindings(
  violations: readonly PrismViolation[],
  body: unknown,
  schema: Schema | boolean | undefined,
  resolve: Resolve,
): Omit<Finding, "status">[] {
  const inHeaders = violations.filter(({ path }) => path?.[0] === "header");
  const inBody = violations.filter(({ path }) => path?.[0] === "body");
  return [
    ...inHeaders.map(headerFinding),
    ...withoutBranches(inBody.map((violation) => locate(violation, body))).map((located) =>
      bodyFinding(located, body, schema, resolve),
    ),
  ];
}

/** The value at a path of a body. */
export function valueAt(body: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | undefined)?.[step], body);
}

interface Located {
  readonly path: Path;
  readonly code: string;
  /** What must be, without the subject. */
  readonly message: string;
}

function locate({ path = [], code = "", message }: PrismViolation, body: unknown): Located {
  const steps = path.slice(1).map(String);
  const way: (string | number)[] = [];
  for (const step of steps) way.push(Array.isArray(valueAt(body, way)) ? Number(step) : unescapePointer(step));
  const subject = `Response body ${steps.length > 0 ? `property ${steps.join(".").trim()} ` : ""}`;
  return {
    path: way,
    code: String(code),
    message: message.startsWith(subject) ? message.slice(subject.length) : message,
  };
}

/** Leaves of alternatives none of which fits the one finding that says most. */
function withoutBranches(located: readonly Located[]): Located[] {
  const failed = located.filter(({ code }) => ALTERNATIVES.includes(code));
  // The innermost alternative is more precise than one around it.
  const heads = failed.filter(
    (head) => !failed.some((other) => other !== head && isUnder(other.path, head.path, true)),
  );
  const plain = located.filter(({ path }) => !failed.some((head) => isUnder(path, head.path)));
  return [...plain, ...heads.map((head) => summaryOf(head, located))];
}

function summaryOf(head: Located, located: readonly Located[]): Located {
  const here = located.filter(({ path, code }) => isSame(path, head.path) && !ALTERNATIVES.includes(code));
  const types = here.filter(({ code }) => code === "type");
  // If a value has the type of one alternative, the errors of that alternative are the ones to report.
  const inside = located.filter(({ path, code }) => isUnder(path, head.path, true) && !ALTERNATIVES.includes(code));
  const [first] = [...here.filter(({ code }) => code !== "type"), ...inside];
  if (first) return first;
  if (types.length === 0) return head;
  const allowed = types.map(({ message }) => message.replace(/^must be /, ""));
  return { ...head, code: "type", message: `must be ${[...new Set(allowed)].join(" or ")}` };
}

function isUnder(path: Path, head: Path, strictly = false): boolean {
  return (
    (strictly ? path.length > head.length : path.length >= head.length) && head.every((step, i) => path[i] === step)
  );
}

function isSame(one: Path, other: Path): boolean {
  return one.length === other.length && isUnder(one, other);
}

function bodyFinding(
  { path, code, message }: Located,
  body: unknown,
  schema: Schema | boolean | undefined,
  resolve: Resolve,
): Omit<Finding, "status"> {
  const missing = code === "required" ? /'(.*)'/s.exec(message)?.[1] : undefined;
  const extra = /Properties$/.test(code) ? /'(.*)'/s.exec(message)?.[1] : undefined;
  const came = shownAt(body, path, schema, resolve);
  if (missing !== undefined) return violation("missing-field", [...path, missing], "is required", came);
  if (extra !== undefined) return violation("undocumented-field", [...path, extra], "is not allowed", came);
  return violation(code === "type" ? "wrong-type" : "wrong-value", path, shortened(message, 200), came);
}

function violation(category: Category, path: Path, message: string, came: string): Omit<Finding, "status"> {
  return { category, severity: "violation", place: placeOf(path), message, came };
}

function headerFinding({ path = [], code, message }: PrismViolation): Omit<Finding, "status"> {
  const place = path.slice(1).join(".");
  const tail = /\bmust .*$/s.exec(message)?.[0] ?? message;
  const category = code === "required" ? "missing-header" : "wrong-header";
  return { category, severity: "violation", place, message: shortened(tail, 200) };
}
