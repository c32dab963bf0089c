import type { SchemaPair } from "../../match/pairs.ts";
import { defineRule, type Rule } from "../rule.ts";

export const deprecationChanged: Rule<SchemaPair> = defineRule(
  {
    id: "deprecation-changed",
    noun: "schema",
    checks: "A field was deprecated, or no longer is.",
    levels: {
      both: {
        feature: "Callers need time to replace it (SemVer 2.0.0, item 7).",
        documentation: "Nothing changes for callers.",
      },
    },
  },
  ({ sides, base, head, pointer }) => {
    const before = sides.base.schemas.annotation(base, "deprecated") === true;
    const after = sides.head.schemas.annotation(head, "deprecated") === true;
    if (before === after) return [];
    return [
      {
        level: after ? "feature" : "documentation",
        pointer,
        isNeutral: true,
        message: (value, subject) => `${subject.of(value)} is ${after ? "now" : "no longer"} deprecated`,
      },
    ];
  },
);
