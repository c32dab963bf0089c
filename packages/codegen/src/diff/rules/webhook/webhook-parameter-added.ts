import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { WebhookParametersPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** A new header of a notification. */
export const webhookParameterAdded: Rule<WebhookParametersPair> = defineRule(
  "webhook-parameter-added",
  ({ all, matches }) =>
    matches.added.map((parameter): Finding => {
      const say: Finding["say"] = (_it, who) =>
        `${who.name} also ${who.gives} the ${parameter.in} ${quote(parameter.name)}`;
      return { level: "feature", pointer: all.head.pointerOf(parameter), after: parameter.name, say };
    }),
);
