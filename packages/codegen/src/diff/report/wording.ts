import { parsePointer } from "../../document/openapi.ts";
import type { Occurrence, Usage } from "../compare/occurrence.ts";
import type { Sides } from "../match/sides.ts";
import type { Subject } from "../rules/rule.ts";
import { enumerate, inBackticks } from "./quote.ts";

/** Occurrences of one difference. */
type Occurrences = readonly [Occurrence, ...Occurrence[]];

/** Names the value that occurrences are about: by the way to it, or by its type where several ways lead there. */
export function valueName(group: Occurrences, sides: Sides): string {
  const [first, ...others] = group;
  const path = pathText(first);
  if (others.every((occurrence) => pathText(occurrence) === path)) return path;
  return inType(first, sides) ?? path;
}

function pathText({ usage, path }: Occurrence): string {
  const text = joinPath(usage.argument === undefined ? path : [usage.argument, ...path]);
  if (text !== "") return inBackticks(text);
  return usage.direction === "request" ? "the body" : "the result";
}

function joinPath(steps: readonly string[]): string {
  return steps.reduce((text, step) => (step.startsWith("[") || text === "" ? text + step : `${text}.${step}`), "");
}

/** Names a pointer into the component schemas by the type that it is in: `Project.owner.id`. */
function inType({ difference }: Occurrence, { base, head }: Sides): string | undefined {
  const [components, kind, name = "", ...rest] = parsePointer(difference.pointer);
  if (components !== "components" || kind !== "schemas") return undefined;
  const type = (head.model.schemas.get(name) ?? base.model.schemas.get(name))?.typeName ?? name;
  const steps = rest.flatMap((token, position) => {
    if (rest[position - 1] === "properties") return [token];
    if (token === "items") return ["[]"];
    return token === "additionalProperties" ? ["[key]"] : [];
  });
  return inBackticks(joinPath([type, ...steps]));
}

/** Verbs for what callers get: for one subject, for several, and after `may`. */
const GIVING: Readonly<Record<Usage["kind"], readonly [string, string, string]>> = {
  operation: ["returns", "return", "return"],
  webhook: ["sends", "send", "send"],
  type: ["has", "have", "have"],
};

/** Returns the subject of a message: all affected functions, webhooks or types. */
export function subjectOf(group: Occurrences, sides: Sides): Subject {
  const usages = group.map(({ usage }) => usage);
  const { kind } = group[0].usage;
  const names = [...new Set(usages.map(({ name }) => name))].sort();
  const isOne = names.length === 1;
  const [givesAlone, giveTogether, give] = GIVING[kind];
  const name = subjectName(kind, names);
  const verb = (singular: string, plural: string): string => (isOne ? singular : plural);
  const gives = verb(givesAlone, giveTogether);
  const isInType = valueName(group, sides) === inType(group[0], sides);
  return {
    name,
    verb,
    handles: (direction) => (direction === "request" ? verb("takes", "take") : gives),
    gives,
    give,
    of: (value) => (isInType ? value : `${value} of ${name}`),
    status: statusText(usages),
  };
}

function subjectName(kind: Usage["kind"], names: readonly string[]): string {
  const texts = enumerate(names.map(inBackticks));
  if (kind === "operation") return texts;
  const noun = names.length > 1 ? `${kind}s` : kind;
  return `the ${noun} ${texts}`;
}

function statusText(usages: readonly Usage[]): string {
  const statuses = [...new Set(usages.flatMap(({ status }) => status ?? []))];
  if (statuses.length === 0 || statuses.some((status) => status.startsWith("2"))) return "";
  const [only, ...others] = statuses;
  return only !== undefined && others.length === 0 ? ` with status ${only}` : " in errors";
}
