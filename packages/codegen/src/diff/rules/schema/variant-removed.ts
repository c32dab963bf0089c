import type { SchemaPair } from "../../match/pairs.ts";
import { matchSchemaVariants } from "../../match/schema-variants.ts";
import { narrowed } from "../levels.ts";
import { defineRule, type Rule } from "../rule.ts";
import { variantName } from "./variant-name.ts";

export const variantRemoved: Rule<SchemaPair> = defineRule(
  {
    id: "variant-removed",
    noun: "schema",
    checks: "A variant was removed from a `oneOf` or `anyOf`.",
    levels: {
      request: { breaking: "Callers still send it." },
      response: { feature: "Callers have one less to expect." },
    },
  },
  (pair) => {
    const { pointer, direction, sides } = pair;
    return matchSchemaVariants(pair).removed.map((variant) => ({
      level: narrowed(direction),
      pointer,
      before: variantName(variant, sides.base),
      message: (value, subject) => {
        const verb = subject.handles(direction);
        return `${subject.name} no longer ${verb} ${variantName(variant, sides.base)} for ${value}${subject.status}`;
      },
    }));
  },
);
