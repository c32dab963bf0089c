import { parsePointer } from "../document/openapi.ts";
import { CHANGE_LEVELS, type Change } from "./change.ts";
import type { Found } from "./found.ts";
import { migrationOf } from "./migration/migration-of.ts";
import type { DescriptionPair } from "./pairs.ts";
import { stable } from "./schema/stable.ts";
import { thingOf, whoOf } from "./wording.ts";

/** Makes one change of what was found at one place by one rule, however many operations lead there. */
export function changesOf(found: readonly Found[], all: DescriptionPair, module: string): Change[] {
  const groups = new Map<string, [Found, ...Found[]]>();
  for (const one of found) {
    const { rule, finding, place } = one;
    const { level, pointer, before, after, isNeutral } = finding;
    const way = isNeutral ? "" : `${place.kind} ${place.direction}`;
    const key = stable([rule, level, pointer, before ?? null, after ?? null, way, sayOf(one)]);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const changes = [...groups.values()].map((group) => toChange(group, all, module));
  return changes.sort(
    (one, other) =>
      CHANGE_LEVELS.indexOf(one.level) - CHANGE_LEVELS.indexOf(other.level) ||
      compareTexts(one.operations[0] ?? "", other.operations[0] ?? "") ||
      compareTexts(one.pointer, other.pointer) ||
      compareTexts(one.rule, other.rule) ||
      compareTexts(one.message, other.message),
  );
}

/** What it says when names do not count: two findings at one place may say different things. */
function sayOf({ finding }: Found): string {
  return finding.say("", { name: "", verb: (one) => one, gives: "", of: () => "", status: "" });
}

function toChange(group: readonly [Found, ...Found[]], all: DescriptionPair, module: string): Change {
  const [first] = group;
  const { finding, rule } = first;
  const { level, pointer, before, after } = finding;
  const operations = new Set(
    group.flatMap(({ place }) => (place.kind === "operation" && place.name ? [place.name] : [])),
  );
  const sorted = [...operations].sort(compareTexts);
  const [only, ...others] = sorted;
  const message = capitalize(finding.say(thingOf(group, all), whoOf(group, all)));
  const migration = level === "breaking" ? migrationOf(plainest(group), all, module) : undefined;
  return {
    level,
    rule,
    message,
    pointer: parsePointer(pointer).length === 0 ? "#" : pointer,
    ...(only !== undefined && others.length === 0 && { operationId: only }),
    operations: sorted,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(migration && { migration }),
  };
}

/** The one that is the easiest to show: a success, and near. */
function plainest([first, ...others]: readonly [Found, ...Found[]]): Found {
  const cost = ({ place, path }: Found): number => path.length + (place.status?.startsWith("2") === false ? 100 : 0);
  return others.reduce((best, one) => (cost(one) < cost(best) ? one : best), first);
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A sentence, unless it begins with a name. */
function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
