import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { WebhooksPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** A notification that is not sent any more. */
export const webhookRemoved: Rule<WebhooksPair> = defineRule("webhook-removed", ({ matches }) =>
  matches.removed.map(({ name, pointer }): Finding => {
    return { level: "breaking", pointer, before: name, say: () => `The webhook ${quote(name)} is gone` };
  }),
);
