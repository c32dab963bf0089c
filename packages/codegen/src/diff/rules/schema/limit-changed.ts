import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { BranchPair } from "../../pairs.ts";
import type { Branch } from "../../schema/branch.ts";
import { allowsLess, boundOf, LIMITS, type LimitKind } from "../../schema/limits.ts";
import { stable } from "../../schema/stable.ts";
import { quote } from "../quote.ts";

/** A limit by its keyword. */
interface Limit {
  readonly keyword: string;
  readonly value: unknown;
}

/** A limit that came, went or moved. */
interface LimitChange {
  readonly before: Limit | undefined;
  readonly after: Limit | undefined;
  readonly isTighter: boolean;
}

/**
 * Limits of length, size and form. Callers who send are stopped by a tighter one; for what they get, no type knows of
 * limits, so that a change there only mends what is said.
 */
export const limitChanged: Rule<BranchPair> = defineRule("limit-changed", ({ branches, pointer, direction }) =>
  changesOf(branches.base, branches.head).map(({ before, after, isTighter }): Finding => {
    const values = { before: before?.value, after: after?.value };
    if (direction === "response") {
      const say: Finding["say"] = (it, who) => {
        return `${who.of(it)} is ${after ? words(after) : `no longer ${words(before)}`}`;
      };
      return { level: "fix", pointer, ...values, say };
    }
    return {
      level: isTighter ? "breaking" : "feature",
      pointer,
      ...values,
      say: (it, who) => {
        const verb = who.verb("takes", "take");
        if (!after) return `${who.name} ${verb} ${it} even if it is not ${words(before)}`;
        const was = before ? `; it was ${words(before)}` : "";
        return `${who.name} ${verb} ${it} ${isTighter ? "only" : "even"} ${words(after)}${was}`;
      },
    };
  }),
);

/** Keywords that are looked at one by one: formats have a rule of their own, and two keywords tell where numbers end. */
const KEYWORDS = Object.entries(LIMITS).filter(([keyword, { kind }]) => kind !== "format" && !/imum$/.test(keyword));

function changesOf(base: Branch, head: Branch): LimitChange[] {
  const changes = KEYWORDS.flatMap(([keyword, { kind }]): LimitChange[] => {
    const [before, after] = [limitOf(base, keyword), limitOf(head, keyword)];
    if (stable(before?.value) === stable(after?.value)) return [];
    return [{ before, after, isTighter: isTighter(keyword, kind, before?.value, after?.value) }];
  });
  for (const end of ["least", "most"] as const) {
    const [before, after] = [boundOf(base, end), boundOf(head, end)];
    if (before?.value === after?.value && before?.isExclusive === after?.isExclusive) continue;
    changes.push({ before, after, isTighter: after !== undefined && (!before || allowsLess(after, before, end)) });
  }
  return changes;
}

function limitOf({ limits }: Branch, keyword: string): Limit | undefined {
  return limits.has(keyword) ? { keyword, value: limits.get(keyword) } : undefined;
}

/** Of a pattern, nobody knows; it is taken to be tighter. */
function isTighter(keyword: string, kind: LimitKind, before: unknown, after: unknown): boolean {
  if (before === undefined || after === undefined) return before === undefined;
  if (kind === "least") return Number(after) > Number(before);
  if (kind === "most") return Number(after) < Number(before);
  if (keyword !== "multipleOf") return true;
  // What goes in steps of 4 goes in steps of 2.
  const steps = [before].flat().map(Number);
  return ![after].flat().every((step) => steps.some((one) => Number.isInteger(one / Number(step))));
}

const counted = (value: string, one: string, several = `${one}s`): string =>
  `${value} ${value === "1" ? one : several}`;

const WORDS: Readonly<Record<string, (value: string) => string>> = {
  minLength: (value) => `of at least ${counted(value, "character")}`,
  maxLength: (value) => `of at most ${counted(value, "character")}`,
  minItems: (value) => `of at least ${counted(value, "item")}`,
  maxItems: (value) => `of at most ${counted(value, "item")}`,
  minProperties: (value) => `of at least ${counted(value, "property", "properties")}`,
  maxProperties: (value) => `of at most ${counted(value, "property", "properties")}`,
  minimum: (value) => `from ${value} on`,
  maximum: (value) => `up to ${value}`,
  exclusiveMinimum: (value) => `above ${value}`,
  exclusiveMaximum: (value) => `below ${value}`,
  multipleOf: (value) => `in steps of ${value}`,
  uniqueItems: () => "without duplicates",
};

function words(limit: Limit | undefined): string {
  const { keyword = "", value } = limit ?? {};
  const text = [value].flat().map(String).join(", ");
  return WORDS[keyword]?.(text) ?? `of ${keyword} ${quote(text)}`;
}
