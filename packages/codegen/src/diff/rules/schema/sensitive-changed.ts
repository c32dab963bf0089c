import { isObject, type Schema } from "../../../document/openapi.ts";
import { defineRule, type Rule } from "../../finding.ts";
import type { DescriptionPair, SchemaPair } from "../../pairs.ts";
import type { Conjunction } from "../../schema/branch.ts";

/** What is kept out of errors and logs (`x-sensitive`, `format: password`). No type changes by it. */
export const sensitiveChanged: Rule<SchemaPair> = defineRule("sensitive-changed", ({ all, base, head, pointer }) => {
  const [before, after] = [isSensitive(all.base, base), isSensitive(all.head, head)];
  if (before === after) return [];
  return [
    {
      level: "fix",
      pointer,
      isNeutral: true,
      say: (it, who) => `${who.of(it)} is ${after ? "kept out of" : "no longer kept out of"} errors and logs`,
    },
  ];
});

function isSensitive({ schemas }: DescriptionPair["base"], schema: Conjunction): boolean {
  return schemas.parts(schema).some((part) => {
    const alternatives = [part.anyOf, part.oneOf].filter(Array.isArray).flat();
    return [part, ...schemas.parts(alternatives.filter(isObject) as Schema[])].some(
      (one) => one["x-sensitive"] === true || one.format === "password",
    );
  });
}
