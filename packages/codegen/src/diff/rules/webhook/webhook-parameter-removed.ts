import type { WebhookParametersPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const webhookParameterRemoved: Rule<WebhookParametersPair> = defineRule(
  {
    id: "webhook-parameter-removed",
    noun: "webhook",
    checks: "A header or other parameter was removed from a webhook.",
    levels: { both: { breaking: "Receivers still read it." } },
  },
  ({ sides, matches }) =>
    matches.removed.map((parameter): Difference => {
      const message: Difference["message"] = (_value, subject) =>
        `${subject.name} no longer ${subject.gives} the ${parameter.in} ${inBackticks(parameter.name)}`;
      return { level: "breaking", pointer: sides.base.pointerOf(parameter), before: parameter.name, message };
    }),
);
