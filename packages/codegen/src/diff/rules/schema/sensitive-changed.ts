import { isObject, type Schema } from "../../../document/openapi.ts";
import type { SchemaPair } from "../../match/pairs.ts";
import type { Sides } from "../../match/sides.ts";
import type { Conjunction } from "../../schema/branch.ts";
import { defineRule, type Rule } from "../rule.ts";

export const sensitiveChanged: Rule<SchemaPair> = defineRule(
  {
    id: "sensitive-changed",
    noun: "schema",
    checks: "A value became sensitive, or no longer is (`x-sensitive`, `format: password`).",
    levels: { both: { fix: "Errors and logs hide it, or no longer do. No type depends on it." } },
  },
  ({ sides, base, head, pointer }) => {
    const [before, after] = [isSensitive(sides.base, base), isSensitive(sides.head, head)];
    if (before === after) return [];
    return [
      {
        level: "fix",
        pointer,
        isNeutral: true,
        message: (value, subject) =>
          `${subject.of(value)} is ${after ? "now" : "no longer"} kept out of errors and logs`,
      },
    ];
  },
);

function isSensitive({ schemas }: Sides["base"], schema: Conjunction): boolean {
  return schemas.parts(schema).some((part) => {
    const alternatives = [part.anyOf, part.oneOf].filter(Array.isArray).flat();
    return [part, ...schemas.parts(alternatives.filter(isObject) as Schema[])].some(
      (one) => one["x-sensitive"] === true || one.format === "password",
    );
  });
}
