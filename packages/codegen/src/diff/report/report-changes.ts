import { parsePointer } from "../../document/openapi.ts";
import { CHANGE_LEVELS, type Change } from "../change.ts";
import type { Occurrence } from "../compare/occurrence.ts";
import type { Sides } from "../match/sides.ts";
import { writeMigration } from "../migrate/write-migration.ts";
import type { Difference, Subject } from "../rules/rule.ts";
import { stableJson } from "../schema/stable-json.ts";
import { subjectOf, valueName } from "./wording.ts";

/** Occurrences of one difference. */
type Occurrences = readonly [Occurrence, ...Occurrence[]];

/** Reports one change for each difference, wherever it occurs. */
export function reportChanges(occurrences: readonly Occurrence[], sides: Sides, module: string): Change[] {
  const groups = new Map<string, [Occurrence, ...Occurrence[]]>();
  for (const occurrence of occurrences) {
    const key = identityOf(occurrence);
    const group = groups.get(key);
    if (group) group.push(occurrence);
    else groups.set(key, [occurrence]);
  }
  return [...groups.values()].map((group) => reportChange(group, sides, module)).sort(compareChanges);
}

/** Equal for occurrences of one difference: one rule that says the same of the same place. */
function identityOf({ rule, difference, usage }: Occurrence): string {
  const { level, pointer, before, after, isNeutral } = difference;
  const way = isNeutral ? "" : `${usage.kind} ${usage.direction}`;
  return stableJson([rule, level, pointer, before ?? null, after ?? null, way, wordsWithoutNames(difference)]);
}

/** A rule may find several differences in one place, which its words tell apart. */
function wordsWithoutNames(difference: Difference): string {
  const nobody: Subject = {
    name: "",
    verb: (singular) => singular,
    handles: () => "",
    gives: "",
    give: "",
    of: () => "",
    status: "",
  };
  return difference.message("", nobody);
}

function reportChange(group: Occurrences, sides: Sides, module: string): Change {
  const [{ difference, rule }] = group;
  const { level, pointer, before, after } = difference;
  const names = group.flatMap(({ usage }) => (usage.kind === "operation" && usage.name ? [usage.name] : []));
  const operations = [...new Set(names)].sort(compareTexts);
  const [operationId, ...others] = operations;
  const migration = level === "breaking" ? writeMigration(simplest(group), sides, module) : undefined;
  return {
    level,
    rule,
    message: capitalize(difference.message(valueName(group, sides), subjectOf(group, sides))),
    pointer: parsePointer(pointer).length === 0 ? "#" : pointer,
    ...(operationId !== undefined && others.length === 0 && { operationId }),
    operations,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(migration && { migration }),
  };
}

/** The occurrence that is the easiest to show: in a success rather than an error, and the least deep. */
function simplest([first, ...others]: Occurrences): Occurrence {
  const isError = ({ usage }: Occurrence): boolean => usage.status?.startsWith("2") === false;
  const isSimpler = (one: Occurrence, other: Occurrence): boolean =>
    isError(one) === isError(other) ? one.path.length < other.path.length : isError(other);
  return others.reduce((best, occurrence) => (isSimpler(occurrence, best) ? occurrence : best), first);
}

/** The most severe first, then by operation and place. */
function compareChanges(one: Change, other: Change): number {
  return (
    CHANGE_LEVELS.indexOf(one.level) - CHANGE_LEVELS.indexOf(other.level) ||
    compareTexts(one.operations[0] ?? "", other.operations[0] ?? "") ||
    compareTexts(one.pointer, other.pointer) ||
    compareTexts(one.rule, other.rule) ||
    compareTexts(one.message, other.message)
  );
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
