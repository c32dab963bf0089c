import { defineRule, type Rule } from "../../finding.ts";
import type { DescriptionPair, SchemaPair } from "../../pairs.ts";
import type { Conjunction } from "../../schema/branch.ts";
import { typeText } from "../../schema/type-text.ts";
import { narrowed, widened } from "../levels.ts";

/** Null is allowed where it was not, or the other way round. */
export const nullChanged: Rule<SchemaPair> = defineRule("null-changed", ({ all, base, head, pointer, direction }) => {
  const [before, after] = [nullability(all.base, base), nullability(all.head, head)];
  if (before === undefined || after === undefined || before === after) return [];
  const [was, is] = [
    typeText(all.base.schemas, base, all.base.typeNames),
    typeText(all.head.schemas, head, all.head.typeNames),
  ];
  const isRequest = direction === "request";
  return [
    {
      level: after ? widened(direction) : narrowed(direction),
      pointer,
      before: was,
      after: is,
      say: (it, who) => {
        if (isRequest) return `${who.name} ${after ? "also" : "no longer"} ${who.verb("takes", "take")} null for ${it}`;
        return `${who.name} ${after ? "may give null" : "never gives null any more"} for ${it}${who.status}`.replace(
          "gives",
          who.verb("gives", "give"),
        );
      },
      shows: isRequest ? { what: "call" } : { what: "result", how: "type", before: was, after: is },
    },
  ];
});

/** Whether null is one of several things; of what is anything, or null only, the types tell. */
function nullability({ schemas }: DescriptionPair["base"], schema: Conjunction): boolean | undefined {
  const types = schemas.branches(schema).map(({ type }) => type);
  return types.includes("any") || types.every((type) => type === "null") ? undefined : types.includes("null");
}
