import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { WebhookPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** A status that receivers may not answer with any more. */
export const webhookAnswerRemoved: Rule<WebhookPair> = defineRule("webhook-answer-removed", ({ base, head }) => {
  const others = new Set(Object.keys(head.node.responses ?? {}));
  const statuses = Object.keys(base.node.responses ?? {}).filter((status) => !others.has(status));
  return statuses.map((status): Finding => {
    const pointer = `${base.pointer}/responses/${status}`;
    return {
      level: "breaking",
      pointer,
      before: status,
      say: (_it, who) => `${who.name} no longer takes ${quote(status)} for an answer`,
    };
  });
});
