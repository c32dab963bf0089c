import type { WebhookPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";

export const webhookTextChanged: Rule<WebhookPair> = defineRule(
  {
    id: "webhook-text-changed",
    noun: "webhook",
    checks: "The summary or description of a webhook changed.",
    levels: { both: { documentation: "It is only documentation." } },
  },
  ({ base, head }) => {
    const [before, after] = [base, head].map(({ node }) =>
      [node.summary, node.description].map(String).join("\n").trim(),
    );
    if (before === after) return [];
    const message = (): string => `The webhook ${inBackticks(head.name)} is documented differently`;
    return [{ level: "documentation", pointer: head.pointer, message }];
  },
);
