import { defineRule, type Rule } from "../../finding.ts";
import { variantsOf } from "../../matching/schema-variants.ts";
import type { SchemaPair } from "../../pairs.ts";
import { narrowed } from "../levels.ts";
import { variantName } from "./variant-name.ts";

/** An alternative of `oneOf` or `anyOf` that is gone. */
export const variantRemoved: Rule<SchemaPair> = defineRule("variant-removed", (pair) => {
  const { pointer, direction, all } = pair;
  return variantsOf(pair).removed.map((variant) => ({
    level: narrowed(direction),
    pointer,
    before: variantName(variant, all.base),
    say: (it, who) => {
      const verb = direction === "request" ? who.verb("takes", "take") : who.gives;
      return `${who.name} no longer ${verb} ${variantName(variant, all.base)} for ${it}${who.status}`;
    },
  }));
});
