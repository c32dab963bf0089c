import type { SchemaPair } from "../../match/pairs.ts";
import { quoteValue } from "../../report/quote.ts";
import { stableJson } from "../../schema/stable-json.ts";
import { defineRule, type Rule } from "../rule.ts";

export const defaultChanged: Rule<SchemaPair> = defineRule(
  {
    id: "default-changed",
    noun: "schema",
    checks: "The default of a value changed.",
    levels: { both: { fix: "Types and calls stay the same, but calls that leave the value out do something else." } },
  },
  ({ sides, base, head, pointer }) => {
    const [before, after] = [
      sides.base.schemas.annotation(base, "default"),
      sides.head.schemas.annotation(head, "default"),
    ];
    if (stableJson(before) === stableJson(after)) return [];
    return [
      {
        level: "fix",
        pointer,
        before,
        after,
        isNeutral: true,
        message: (value, subject) => {
          if (after === undefined) return `${subject.of(value)} no longer has the default ${quoteValue(before)}`;
          const instead = before === undefined ? "" : ` instead of ${quoteValue(before)}`;
          return `The default of ${subject.of(value)} is now ${quoteValue(after)}${instead}`;
        },
      },
    ];
  },
);
