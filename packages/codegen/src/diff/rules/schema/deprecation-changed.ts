import { defineRule, type Rule } from "../../finding.ts";
import type { SchemaPair } from "../../pairs.ts";

/** A field that should no longer be used: something to plan for, so it is told like a feature (SemVer 2.0.0, item 7). */
export const deprecationChanged: Rule<SchemaPair> = defineRule(
  "deprecation-changed",
  ({ all, base, head, pointer }) => {
    const before = all.base.schemas.annotation(base, "deprecated") === true;
    const after = all.head.schemas.annotation(head, "deprecated") === true;
    if (before === after) return [];
    return [
      {
        level: after ? "feature" : "documentation",
        pointer,
        isNeutral: true,
        say: (it, who) => `${who.of(it)} is ${after ? "deprecated" : "no longer deprecated"}`,
      },
    ];
  },
);
