import { defineRule, type Rule } from "../../finding.ts";
import { variantsOf } from "../../matching/schema-variants.ts";
import type { SchemaPair } from "../../pairs.ts";
import { widened } from "../levels.ts";
import { variantName } from "./variant-name.ts";

/** A further alternative of `oneOf` or `anyOf`. */
export const variantAdded: Rule<SchemaPair> = defineRule("variant-added", (pair) => {
  const { pointer, direction, all } = pair;
  return variantsOf(pair).added.map((variant) => ({
    level: widened(direction),
    pointer,
    after: variantName(variant, all.head),
    say: (it, who) => {
      const what = variantName(variant, all.head);
      if (direction === "request") return `${who.name} also ${who.verb("takes", "take")} ${what} for ${it}`;
      return `${who.name} may also give ${what} for ${it}${who.status}`;
    },
  }));
});
