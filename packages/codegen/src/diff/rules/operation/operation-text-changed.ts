import type { OperationPair } from "../../match/pairs.ts";
import { stableJson } from "../../schema/stable-json.ts";
import { defineRule, type Rule } from "../rule.ts";

export const operationTextChanged: Rule<OperationPair> = defineRule(
  {
    id: "operation-text-changed",
    noun: "operation",
    checks: "The summary, description or external documentation of an operation changed.",
    levels: { both: { documentation: "It is only documentation." } },
  },
  ({ base, head }) => {
    if (textOf(base) === textOf(head)) return [];
    const message = (_value: string, subject: { readonly name: string }): string =>
      `${subject.name} is documented differently`;
    return [{ level: "documentation", pointer: head.pointer, message }];
  },
);

function textOf({ summary, description, externalDocs }: OperationPair["base"]): string {
  return stableJson([String(summary ?? "").trim(), String(description ?? "").trim(), externalDocs]);
}
