import type { WebhooksPair } from "../../match/pairs.ts";
import { quote } from "../../report/quote.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const webhookRemoved: Rule<WebhooksPair> = defineRule(
  {
    id: "webhook-removed",
    noun: "webhook",
    checks: "A webhook was removed.",
    levels: { both: { breaking: "Receivers wait for it in vain." } },
  },
  ({ matches }) =>
    matches.removed.map(({ name, pointer }): Difference => {
      return { level: "breaking", pointer, before: name, message: () => `The webhook ${quote(name)} was removed` };
    }),
);
