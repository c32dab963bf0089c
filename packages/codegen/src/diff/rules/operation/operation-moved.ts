import type { OperationPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";

export const operationMoved: Rule<OperationPair> = defineRule(
  {
    id: "operation-moved",
    noun: "operation",
    checks: "The method or path of an operation changed.",
    levels: { both: { breaking: "Programs that are not updated call the old one." } },
  },
  ({ base, head }) => {
    const [before, after] = [routeOf(base), routeOf(head)];
    if (before.shape === after.shape) return [];
    return [
      {
        level: "breaking",
        pointer: head.pointer,
        before: before.text,
        after: after.text,
        message: (_value, subject) =>
          `${subject.name} now ${subject.verb("calls", "call")} ${inBackticks(after.text)} instead of ${inBackticks(before.text)}`,
      },
    ];
  },
);

function routeOf({ method, path }: OperationPair["base"]): { readonly text: string; readonly shape: string } {
  const text = `${method.toUpperCase()} ${path}`;
  return { text, shape: text.replace(/\{[^{}]*\}/g, "{}") };
}
