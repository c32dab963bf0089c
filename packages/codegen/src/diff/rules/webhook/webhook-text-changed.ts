import { defineRule, type Rule } from "../../finding.ts";
import type { WebhookPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** What is said about a webhook. */
export const webhookTextChanged: Rule<WebhookPair> = defineRule("webhook-text-changed", ({ base, head }) => {
  const [before, after] = [base, head].map(({ node }) =>
    [node.summary, node.description].map(String).join("\n").trim(),
  );
  if (before === after) return [];
  const say = (): string => `The webhook ${quote(head.name)} is described in other words`;
  return [{ level: "documentation", pointer: head.pointer, say }];
});
