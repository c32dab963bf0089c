import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { WebhookPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** A further status that a receiver may answer with. */
export const webhookAnswerAdded: Rule<WebhookPair> = defineRule("webhook-answer-added", ({ base, head }) => {
  const others = new Set(Object.keys(base.node.responses ?? {}));
  const statuses = Object.keys(head.node.responses ?? {}).filter((status) => !others.has(status));
  return statuses.map((status): Finding => {
    const pointer = `${head.pointer}/responses/${status}`;
    return {
      level: "feature",
      pointer,
      after: status,
      say: (_it, who) => `${who.name} also takes ${quote(status)} for an answer`,
    };
  });
});
