import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { WebhooksPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** A new notification. */
export const webhookAdded: Rule<WebhooksPair> = defineRule("webhook-added", ({ matches }) =>
  matches.added.map(({ name, pointer }): Finding => {
    return { level: "feature", pointer, after: name, say: () => `There is a new webhook ${quote(name)}` };
  }),
);
