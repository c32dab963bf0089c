import { defineRule, type Rule } from "../../finding.ts";
import type { SchemaPair } from "../../pairs.ts";
import type { Branch } from "../../schema/branch.ts";
import { typeText } from "../../schema/type-text.ts";
import { narrowed, widened } from "../levels.ts";
import { quote } from "../quote.ts";

/** Other types than before, null apart. Text of numbers or numbers of text breaks in both directions. */
export const typeChanged: Rule<SchemaPair> = defineRule("type-changed", ({ all, base, head, pointer, direction }) => {
  const [before, after] = [typesOf(all.base.schemas.branches(base)), typesOf(all.head.schemas.branches(head))];
  const isWider = [...after].some((type) => !includes(before, type));
  const isNarrower = [...before].some((type) => !includes(after, type));
  if (!isWider && !isNarrower) return [];
  const [was, is] = [textOf(all.base, base), textOf(all.head, head)];
  const numbers = was === is ? { was: [...before].join(" | "), is: [...after].join(" | ") } : { was, is };
  const level = isWider && isNarrower ? "breaking" : isWider ? widened(direction) : narrowed(direction);
  return [
    {
      level,
      pointer,
      before: numbers.was,
      after: numbers.is,
      say: (it, who) => {
        const [verb, status] = direction === "request" ? [who.verb("takes", "take"), ""] : [who.gives, who.status];
        return `${who.name} ${verb} ${it} as ${quote(numbers.is)}${status}; it was ${quote(numbers.was)}`;
      },
      shows: direction === "request" ? { what: "call" } : { what: "result", how: "type", before: was, after: is },
    },
  ];
});

function typesOf(branches: readonly Branch[]): Set<string> {
  return new Set(branches.map(({ type }) => type).filter((type) => type !== "null"));
}

function includes(types: ReadonlySet<string>, type: string): boolean {
  return types.has(type) || types.has("any") || (type === "integer" && types.has("number"));
}

function textOf({ schemas, typeNames }: SchemaPair["all"]["base"], schema: SchemaPair["base"]): string {
  return typeText(schemas, schema, typeNames);
}
