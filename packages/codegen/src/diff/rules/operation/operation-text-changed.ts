import { defineRule, type Rule } from "../../finding.ts";
import type { OperationPair } from "../../pairs.ts";
import { stable } from "../../schema/stable.ts";

/** What the comment of the function says. */
export const operationTextChanged: Rule<OperationPair> = defineRule("operation-text-changed", ({ base, head }) => {
  if (textOf(base) === textOf(head)) return [];
  const say = (_it: string, who: { readonly name: string }): string => `${who.name} is described in other words`;
  return [{ level: "documentation", pointer: head.pointer, say }];
});

function textOf({ model }: OperationPair["base"]): string {
  const { summary, description, externalDocs } = model;
  return stable([String(summary ?? "").trim(), String(description ?? "").trim(), externalDocs]);
}
