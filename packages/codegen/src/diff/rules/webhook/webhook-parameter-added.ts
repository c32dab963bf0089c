import type { WebhookParametersPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const webhookParameterAdded: Rule<WebhookParametersPair> = defineRule(
  {
    id: "webhook-parameter-added",
    noun: "webhook",
    checks: "A header or other parameter was added to a webhook.",
    levels: { both: { feature: "Receivers get more than before." } },
  },
  ({ sides, matches }) =>
    matches.added.map((parameter): Difference => {
      const message: Difference["message"] = (_value, subject) =>
        `${subject.name} also ${subject.gives} the ${parameter.in} ${inBackticks(parameter.name)}`;
      return { level: "feature", pointer: sides.head.pointerOf(parameter), after: parameter.name, message };
    }),
);
