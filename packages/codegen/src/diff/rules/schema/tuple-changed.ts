import { defineRule, type Rule } from "../../finding.ts";
import type { BranchPair } from "../../pairs.ts";

/** Another number of elements with a type of their own (`prefixItems`). */
export const tupleChanged: Rule<BranchPair> = defineRule("tuple-changed", ({ branches, pointer, direction }) => {
  const [before, after] = [branches.base.prefix.length, branches.head.prefix.length];
  if (before === after) return [];
  return [
    {
      level: "breaking",
      pointer,
      before,
      after,
      say: (it, who) => {
        const verb = direction === "request" ? who.verb("takes", "take") : who.gives;
        return `${who.name} ${verb} ${it} with ${after} elements of their own types${who.status}; it was ${before}`;
      },
    },
  ];
});
