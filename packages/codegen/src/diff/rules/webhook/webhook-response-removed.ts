import type { WebhookPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const webhookResponseRemoved: Rule<WebhookPair> = defineRule(
  {
    id: "webhook-response-removed",
    noun: "webhook",
    checks: "A status was removed that a receiver could respond with.",
    levels: { both: { breaking: "Receivers still respond with it." } },
  },
  ({ base, head }) => {
    const others = new Set(Object.keys(head.node.responses ?? {}));
    const statuses = Object.keys(base.node.responses ?? {}).filter((status) => !others.has(status));
    return statuses.map((status): Difference => {
      const pointer = `${base.pointer}/responses/${status}`;
      return {
        level: "breaking",
        pointer,
        before: status,
        message: (_value, subject) => `${subject.name} no longer accepts ${inBackticks(status)} as a response`,
      };
    });
  },
);
