import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { WebhookParametersPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** A header of a notification that is gone. */
export const webhookParameterRemoved: Rule<WebhookParametersPair> = defineRule(
  "webhook-parameter-removed",
  ({ all, matches }) =>
    matches.removed.map((parameter): Finding => {
      const say: Finding["say"] = (_it, who) =>
        `${who.name} no longer ${who.gives} the ${parameter.in} ${quote(parameter.name)}`;
      return { level: "breaking", pointer: all.base.pointerOf(parameter), before: parameter.name, say };
    }),
);
