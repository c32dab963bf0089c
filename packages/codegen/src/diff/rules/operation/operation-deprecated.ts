import type { OperationPair } from "../../match/pairs.ts";
import { defineRule, type Rule } from "../rule.ts";

export const operationDeprecated: Rule<OperationPair> = defineRule(
  {
    id: "operation-deprecated",
    noun: "operation",
    checks: "An operation was deprecated, or no longer is.",
    levels: {
      both: {
        feature: "Callers need time to replace it (SemVer 2.0.0, item 7).",
        documentation: "Nothing changes for callers.",
      },
    },
  },
  ({ base, head }) => {
    const { deprecated } = head;
    if (base.deprecated === deprecated) return [];
    return [
      {
        level: deprecated ? "feature" : "documentation",
        pointer: `${head.pointer}/deprecated`,
        message: (_value, subject) => `${subject.name} is ${deprecated ? "now" : "no longer"} deprecated`,
      },
    ];
  },
);
