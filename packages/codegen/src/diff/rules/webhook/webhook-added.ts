import type { WebhooksPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const webhookAdded: Rule<WebhooksPair> = defineRule(
  {
    id: "webhook-added",
    noun: "webhook",
    checks: "A webhook was added.",
    levels: { both: { feature: "Receivers can subscribe to it." } },
  },
  ({ matches }) =>
    matches.added.map(({ name, pointer }): Difference => {
      return { level: "feature", pointer, after: name, message: () => `There is a new webhook ${inBackticks(name)}` };
    }),
);
