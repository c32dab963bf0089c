import type { WebhookParametersPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const webhookParameterRequired: Rule<WebhookParametersPair> = defineRule(
  {
    id: "webhook-parameter-required",
    noun: "webhook",
    checks: "A header or other parameter of a webhook became required or optional.",
    levels: {
      both: { breaking: "Receivers rely on it, and it may be missing.", feature: "Receivers can rely on it." },
    },
  },
  ({ sides, matches }) =>
    matches.pairs.flatMap(({ base, head }): Difference[] => {
      const [before, after] = [base.required === true, head.required === true];
      if (before === after) return [];
      const message: Difference["message"] = (_value, { name, gives }) =>
        `${name} ${after ? `always ${gives}` : "may leave out"} the ${head.in} ${inBackticks(head.name)}`;
      return [{ level: after ? "feature" : "breaking", pointer: sides.head.pointerOf(head), message }];
    }),
);
