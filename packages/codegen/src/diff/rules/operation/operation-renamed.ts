import type { OperationPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";

export const operationRenamed: Rule<OperationPair> = defineRule(
  {
    id: "operation-renamed",
    noun: "operation",
    checks: "The `operationId` changed at the same method and path.",
    levels: { both: { breaking: "The function, its variants and its types have new names." } },
  },
  ({ base, head }) => {
    const [before, after] = [base.id, head.id];
    if (before === after) return [];
    const message = (): string => `${inBackticks(before)} is now ${inBackticks(after)}`;
    return [
      {
        level: "breaking",
        pointer: `${head.pointer}/operationId`,
        before,
        after,
        message,
        migration: { what: "call" },
      },
    ];
  },
);
