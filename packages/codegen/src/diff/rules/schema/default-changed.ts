import { defineRule, type Rule } from "../../finding.ts";
import type { SchemaPair } from "../../pairs.ts";
import { stable } from "../../schema/stable.ts";
import { quoteValue } from "../quote.ts";

/** What the server takes where nothing is sent. No type changes by it, and calls still work, but do something else. */
export const defaultChanged: Rule<SchemaPair> = defineRule("default-changed", ({ all, base, head, pointer }) => {
  const [before, after] = [all.base.schemas.annotation(base, "default"), all.head.schemas.annotation(head, "default")];
  if (stable(before) === stable(after)) return [];
  return [
    {
      level: "fix",
      pointer,
      before,
      after,
      isNeutral: true,
      say: (it, who) => `The default of ${who.of(it)} is ${quoteValue(after)}; it was ${quoteValue(before)}`,
    },
  ];
});
