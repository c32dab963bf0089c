import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { BranchPair } from "../../pairs.ts";
import { stable } from "../../schema/stable.ts";
import { quote } from "../quote.ts";

/** Keywords whose meaning cannot be weighed, such as `not` or `if`. The graver is assumed, but where one is dropped. */
export const conditionChanged: Rule<BranchPair> = defineRule(
  "condition-changed",
  ({ branches, pointer, direction }) => {
    const [before, after] = [branches.base.conditions, branches.head.conditions];
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((keyword): Finding[] => {
      if (stable(before.get(keyword)) === stable(after.get(keyword))) return [];
      const isDropped = !after.has(keyword);
      return [
        {
          level: isDropped && direction === "request" ? "feature" : "breaking",
          pointer,
          before: before.get(keyword),
          after: after.get(keyword),
          say: (it, who) =>
            `${who.of(it)} is under ${isDropped ? "no condition" : "another condition"} (${quote(keyword)})`,
        },
      ];
    });
  },
);
