import type { OperationModel } from "../../../model/operation.ts";
import type { OperationPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import type { Side } from "../../side.ts";
import { defineRule, type Rule } from "../rule.ts";

export const methodRenamed: Rule<OperationPair> = defineRule(
  {
    id: "method-renamed",
    noun: "operation",
    checks: "The method of an operation has a new name after `x-sdk-group` or `x-sdk-method`.",
    levels: { both: { breaking: "Calls of the old method no longer compile." } },
  },
  ({ sides, base, head }) => {
    const [before, after] = [methodName(sides.base, base), methodName(sides.head, head)];
    const isNamed = [base, head].some(
      ({ node }) => node["x-sdk-group"] !== undefined || node["x-sdk-method"] !== undefined,
    );
    // Otherwise the method is named after the function and its tag, which other rules report.
    if (before === undefined || after === undefined || before === after || !isNamed) return [];
    const message = (): string => `The method ${inBackticks(before)} is now ${inBackticks(after)}`;
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

function methodName({ model }: Side, operation: OperationModel): string | undefined {
  const method = model.methods.get(operation);
  return method && `${method.resource}.${method.name}`;
}
