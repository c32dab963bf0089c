import type { SchemaPair } from "../../match/pairs.ts";
import type { Sides } from "../../match/sides.ts";
import type { Conjunction } from "../../schema/branch.ts";
import { stableJson } from "../../schema/stable-json.ts";
import { defineRule, type Rule } from "../rule.ts";

export const exampleChanged: Rule<SchemaPair> = defineRule(
  {
    id: "example-changed",
    noun: "schema",
    checks: "The examples of a schema changed.",
    levels: { both: { documentation: "They are only documentation." } },
  },
  ({ sides, base, head, pointer }) => {
    if (stableJson(examplesOf(sides.base, base)) === stableJson(examplesOf(sides.head, head))) return [];
    const message = (value: string, subject: { of(value: string): string }): string =>
      `${subject.of(value)} has different examples`;
    return [{ level: "documentation", pointer, isNeutral: true, message }];
  },
);

function examplesOf({ schemas }: Sides["base"], schema: Conjunction): unknown[] {
  const [one, several] = [schemas.annotation(schema, "example"), schemas.annotation(schema, "examples")];
  return [...(one === undefined ? [] : [one]), ...(Array.isArray(several) ? several : [])];
}
