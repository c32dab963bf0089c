import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { WebhookParametersPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** A header of a notification that may be missing now, or is always there. */
export const webhookParameterRequired: Rule<WebhookParametersPair> = defineRule(
  "webhook-parameter-required",
  ({ all, matches }) =>
    matches.pairs.flatMap(({ base, head }): Finding[] => {
      const [before, after] = [base.required === true, head.required === true];
      if (before === after) return [];
      const say: Finding["say"] = (_it, { name, gives }) =>
        `${name} ${after ? `always ${gives}` : "may leave out"} the ${head.in} ${quote(head.name)}`;
      return [{ level: after ? "feature" : "breaking", pointer: all.head.pointerOf(head), say }];
    }),
);
