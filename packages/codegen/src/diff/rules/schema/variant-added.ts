import type { SchemaPair } from "../../match/pairs.ts";
import { matchSchemaVariants } from "../../match/schema-variants.ts";
import { widened } from "../levels.ts";
import { defineRule, type Rule } from "../rule.ts";
import { variantName } from "./variant-name.ts";

export const variantAdded: Rule<SchemaPair> = defineRule(
  {
    id: "variant-added",
    noun: "schema",
    checks: "A variant was added to a `oneOf` or `anyOf`.",
    levels: {
      request: { feature: "More is accepted." },
      response: { breaking: "Callers may get a variant that they do not expect." },
    },
  },
  (pair) => {
    const { pointer, direction, sides } = pair;
    return matchSchemaVariants(pair).added.map((variant) => ({
      level: widened(direction),
      pointer,
      after: variantName(variant, sides.head),
      message: (value, subject) => {
        const what = variantName(variant, sides.head);
        if (direction === "request")
          return `${subject.name} also ${subject.verb("takes", "take")} ${what} for ${value}`;
        return `${subject.name} may also ${subject.give} ${what} for ${value}${subject.status}`;
      },
    }));
  },
);
