import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { BranchPair } from "../../pairs.ts";
import { LIMITS } from "../../schema/limits.ts";
import { stable } from "../../schema/stable.ts";
import { quote } from "../quote.ts";

/**
 * Limits of length, size and form. Callers who send are stopped by a tighter one; for what they get, no type knows of
 * limits, so that a change there only mends what is said.
 */
export const limitChanged: Rule<BranchPair> = defineRule("limit-changed", ({ branches, pointer, direction }) =>
  Object.entries(LIMITS).flatMap(([keyword, { kind }]): Finding[] => {
    if (kind === "format") return [];
    const [before, after] = [branches.base.limits.get(keyword), branches.head.limits.get(keyword)];
    if (stable(before) === stable(after)) return [];
    const isTighter = after !== undefined && (before === undefined || allowsLess(kind, before, after));
    if (direction === "response") {
      const say: Finding["say"] = (it, who) =>
        `${who.of(it)} is ${after === undefined ? "no longer " : ""}${words(keyword, after ?? before)}`;
      return [{ level: "fix", pointer, before, after, say }];
    }
    return [
      {
        level: isTighter ? "breaking" : "feature",
        pointer,
        before,
        after,
        say: (it, who) => {
          const verb = who.verb("takes", "take");
          if (after === undefined) return `${who.name} ${verb} ${it} even if it is not ${words(keyword, before)}`;
          const was = before === undefined ? "" : `; it was ${words(keyword, before)}`;
          return `${who.name} ${verb} ${it} ${isTighter ? "only" : "even"} ${words(keyword, after)}${was}`;
        },
      },
    ];
  }),
);

/** Of a pattern, nobody knows; it is taken to be tighter. */
function allowsLess(kind: string, before: unknown, after: unknown): boolean {
  if (kind === "least") return Number(after) > Number(before);
  if (kind === "most") return Number(after) < Number(before);
  return true;
}

const WORDS: Readonly<Record<string, (value: string) => string>> = {
  minLength: (value) => `of at least ${value} characters`,
  maxLength: (value) => `of at most ${value} characters`,
  minItems: (value) => `of at least ${value} items`,
  maxItems: (value) => `of at most ${value} items`,
  minProperties: (value) => `of at least ${value} properties`,
  maxProperties: (value) => `of at most ${value} properties`,
  minimum: (value) => `from ${value} on`,
  maximum: (value) => `up to ${value}`,
  exclusiveMinimum: (value) => `above ${value}`,
  exclusiveMaximum: (value) => `below ${value}`,
  uniqueItems: () => "without duplicates",
};

function words(keyword: string, value: unknown): string {
  const text = [value].flat().map(String).join(", ");
  return WORDS[keyword]?.(text) ?? `of ${keyword} ${quote(text)}`;
}
