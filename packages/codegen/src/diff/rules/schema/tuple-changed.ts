import type { BranchPair } from "../../match/pairs.ts";
import { defineRule, type Rule } from "../rule.ts";

export const tupleChanged: Rule<BranchPair> = defineRule(
  {
    id: "tuple-changed",
    noun: "schema",
    checks: "The number of elements with types of their own changed (`prefixItems`).",
    levels: {
      request: { breaking: "Callers send the old number." },
      response: { breaking: "Callers expect the old number." },
    },
  },
  ({ branches, pointer, direction }) => {
    const [before, after] = [branches.base.prefix.length, branches.head.prefix.length];
    if (before === after) return [];
    return [
      {
        level: "breaking",
        pointer,
        before,
        after,
        message: (value, subject) => {
          const elements = `${after} typed element${after === 1 ? "" : "s"} instead of ${before}`;
          return `${subject.name} now ${subject.handles(direction)} ${value} with ${elements}${subject.status}`;
        },
      },
    ];
  },
);
