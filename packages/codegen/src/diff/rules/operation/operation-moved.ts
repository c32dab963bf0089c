import { defineRule, type Rule } from "../../finding.ts";
import type { OperationPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** Another method or path. Calls are written as before, but programs that are not updated ask at the old place. */
export const operationMoved: Rule<OperationPair> = defineRule("operation-moved", ({ base, head }) => {
  const [before, after] = [routeOf(base), routeOf(head)];
  if (before.shape === after.shape) return [];
  return [
    {
      level: "breaking",
      pointer: head.pointer,
      before: before.text,
      after: after.text,
      say: (_it, who) => `${who.name} is sent to ${quote(after.text)}; it was ${quote(before.text)}`,
    },
  ];
});

function routeOf({ model }: OperationPair["base"]): { readonly text: string; readonly shape: string } {
  const text = `${model.method.toUpperCase()} ${model.path}`;
  return { text, shape: text.replace(/\{[^{}]*\}/g, "{}") };
}
