import type { BranchPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { stableJson } from "../../schema/stable-json.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const conditionChanged: Rule<BranchPair> = defineRule(
  {
    id: "condition-changed",
    noun: "schema",
    checks:
      "A keyword changed whose effect cannot be compared: `not`, `if`, `patternProperties`, `contains` and the like.",
    levels: {
      request: {
        breaking: "Values that were valid may be rejected.",
        feature: "It was removed, so more values are valid.",
      },
      response: { breaking: "Values may come that were not possible." },
    },
  },
  ({ branches, pointer, direction }) => {
    const [before, after] = [branches.base.conditions, branches.head.conditions];
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((keyword): Difference[] => {
      if (stableJson(before.get(keyword)) === stableJson(after.get(keyword))) return [];
      const isRemoved = !after.has(keyword);
      return [
        {
          level: isRemoved && direction === "request" ? "feature" : "breaking",
          pointer,
          before: before.get(keyword),
          after: after.get(keyword),
          message: (value, subject) => {
            const verb = isRemoved ? "was removed" : before.has(keyword) ? "changed" : "was added";
            return `A condition on ${subject.of(value)} ${verb} (${inBackticks(keyword)})`;
          },
        },
      ];
    });
  },
);
