import type { SchemaPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import type { Branch } from "../../schema/branch.ts";
import { typeText } from "../../schema/type-text.ts";
import { narrowed, widened } from "../levels.ts";
import { defineRule, type Rule } from "../rule.ts";

export const typeChanged: Rule<SchemaPair> = defineRule(
  {
    id: "type-changed",
    noun: "schema",
    checks: "The type of a value changed, apart from null.",
    levels: {
      request: { breaking: "Values of the old type are rejected.", feature: "More types are accepted." },
      response: { breaking: "Callers may get a type that they do not expect.", feature: "Callers get fewer types." },
    },
  },
  ({ sides, base, head, pointer, direction }) => {
    const [before, after] = [typesOf(sides.base.schemas.branches(base)), typesOf(sides.head.schemas.branches(head))];
    const isWider = [...after].some((type) => !includes(before, type));
    const isNarrower = [...before].some((type) => !includes(after, type));
    if (!isWider && !isNarrower) return [];
    const [was, is] = [typeText(sides.base, base), typeText(sides.head, head)];
    const texts = was === is ? { was: [...before].join(" | "), is: [...after].join(" | ") } : { was, is };
    const level = isWider && isNarrower ? "breaking" : isWider ? widened(direction) : narrowed(direction);
    return [
      {
        level,
        pointer,
        before: texts.was,
        after: texts.is,
        message: (value, subject) => {
          const types = `${inBackticks(texts.is)} instead of ${inBackticks(texts.was)}`;
          return `${subject.name} now ${subject.handles(direction)} ${value}${subject.status} as ${types}`;
        },
        migration: direction === "request" ? { what: "call" } : { what: "result", how: "type", before: was, after: is },
      },
    ];
  },
);

function typesOf(branches: readonly Branch[]): Set<string> {
  return new Set(branches.map(({ type }) => type).filter((type) => type !== "null"));
}

function includes(types: ReadonlySet<string>, type: string): boolean {
  return types.has(type) || types.has("any") || (type === "integer" && types.has("number"));
}
