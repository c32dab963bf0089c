import type { OperationPair } from "../../match/pairs.ts";
import { quote } from "../../report/quote.ts";
import type { SideOperation } from "../../side.ts";
import { defineRule, type Rule } from "../rule.ts";

export const methodRenamed: Rule<OperationPair> = defineRule(
  {
    id: "method-renamed",
    noun: "operation",
    checks: "The method of an operation has a new name after `x-sdk-group` or `x-sdk-method`.",
    levels: { both: { breaking: "Calls of the old method no longer compile." } },
  },
  ({ base, head }) => {
    const [before, after] = [nameOf(base), nameOf(head)];
    const isNamed = [base, head].some(
      ({ node }) => node["x-sdk-group"] !== undefined || node["x-sdk-method"] !== undefined,
    );
    // Without names of its own, the method follows the function and its tag, of which other rules tell.
    if (before === after || !isNamed) return [];
    const message = (): string => `The method ${quote(before)} is now ${quote(after)}`;
    return [
      {
        level: "breaking",
        pointer: head.pointer,
        before,
        after,
        message,
        migration: { what: "method", before, after },
      },
    ];
  },
);

function nameOf({ method }: SideOperation): string {
  return `${method.resource}.${method.name}`;
}
