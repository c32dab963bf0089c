import { defineRule, type Rule } from "../../finding.ts";
import type { OperationPair } from "../../pairs.ts";

/** A function that should no longer be used, told like a feature: something to plan for (SemVer 2.0.0, item 7). */
export const operationDeprecated: Rule<OperationPair> = defineRule("operation-deprecated", ({ base, head }) => {
  const { deprecated } = head.model;
  if (base.model.deprecated === deprecated) return [];
  return [
    {
      level: deprecated ? "feature" : "documentation",
      pointer: `${head.pointer}/deprecated`,
      say: (_it, who) => `${who.name} is ${deprecated ? "deprecated" : "no longer deprecated"}`,
    },
  ];
});
