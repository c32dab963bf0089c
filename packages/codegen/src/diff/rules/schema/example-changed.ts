import { defineRule, type Rule } from "../../finding.ts";
import type { DescriptionPair, SchemaPair } from "../../pairs.ts";
import type { Conjunction } from "../../schema/branch.ts";
import { stable } from "../../schema/stable.ts";

/** Examples of values, in the words of OpenAPI 3.0 or 3.1. */
export const exampleChanged: Rule<SchemaPair> = defineRule("example-changed", ({ all, base, head, pointer }) => {
  if (stable(examplesOf(all.base, base)) === stable(examplesOf(all.head, head))) return [];
  const say = (it: string, who: { of(it: string): string }): string => `${who.of(it)} has other examples`;
  return [{ level: "documentation", pointer, isNeutral: true, say }];
});

function examplesOf({ schemas }: DescriptionPair["base"], schema: Conjunction): unknown[] {
  const [one, several] = [schemas.annotation(schema, "example"), schemas.annotation(schema, "examples")];
  return [...(one === undefined ? [] : [one]), ...(Array.isArray(several) ? several : [])];
}
