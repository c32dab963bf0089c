import type { WebhooksPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const webhookRemoved: Rule<WebhooksPair> = defineRule(
  {
    id: "webhook-removed",
    noun: "webhook",
    checks: "A webhook was removed.",
    levels: { both: { breaking: "Receivers no longer get it." } },
  },
  ({ matches }) =>
    matches.removed.map(({ name, pointer }): Difference => {
      return {
        level: "breaking",
        pointer,
        before: name,
        message: () => `The webhook ${inBackticks(name)} was removed`,
      };
    }),
);
