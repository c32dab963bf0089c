import type { WebhookPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const webhookResponseAdded: Rule<WebhookPair> = defineRule(
  {
    id: "webhook-response-added",
    noun: "webhook",
    checks: "A status was added that a receiver may respond with.",
    levels: { both: { feature: "Receivers have one more choice." } },
  },
  ({ base, head }) => {
    const others = new Set(Object.keys(base.node.responses ?? {}));
    const statuses = Object.keys(head.node.responses ?? {}).filter((status) => !others.has(status));
    return statuses.map((status): Difference => {
      const pointer = `${head.pointer}/responses/${status}`;
      return {
        level: "feature",
        pointer,
        after: status,
        message: (_value, subject) => `${subject.name} also accepts ${inBackticks(status)} as a response`,
      };
    });
  },
);
