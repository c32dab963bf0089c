import type { Sides } from "../match/sides.ts";
import { matchWebhookParameters, matchWebhooks } from "../match/webhooks.ts";
import { webhookParametersRules, webhookRules, webhooksRules } from "../rules/index.ts";
import { applyRules, type Occurrence, type Usage } from "./occurrence.ts";
import { schemaOf, walkBody, walkContent } from "./walk-content.ts";
import { responsesByStatus } from "./walk-responses.ts";
import { walkSchemas } from "./walk-schemas.ts";

type WebhookPair = ReturnType<typeof matchWebhooks>["pairs"][number];

/** Compares webhooks. Callers receive the bodies, so a new field is a feature, and a removed one is breaking. */
export function walkWebhooks(sides: Sides): Occurrence[] {
  const matches = matchWebhooks(sides.base, sides.head);
  const usage: Usage = { kind: "webhook", name: "", direction: "response" };
  return [
    ...applyRules(webhooksRules, { sides, matches }, usage),
    ...matches.pairs.flatMap((pair) => walkWebhook(sides, pair, { ...usage, name: pair.head.name })),
  ];
}

function walkWebhook(sides: Sides, { base, head }: WebhookPair, usage: Usage): Occurrence[] {
  const matches = matchWebhookParameters(base, head);
  return [
    ...applyRules(webhookRules, { sides, base, head }, usage),
    ...walkBody(sides, usage, base, head),
    ...walkWebhookResponses(sides, { base, head }, { ...usage, direction: "request" }),
    ...applyRules(webhookParametersRules, { sides, matches }, usage),
    ...matches.pairs.flatMap((pair) => {
      return walkSchemas(sides, { ...usage, argument: pair.head.name }, schemaOf(pair.base), schemaOf(pair.head));
    }),
  ];
}

/** Compares the responses of receivers. Receivers send them, so a new required field is breaking. */
function walkWebhookResponses(sides: Sides, { base, head }: WebhookPair, usage: Usage): Occurrence[] {
  const before = responsesByStatus(base.responses);
  return head.responses.flatMap((response) => {
    const was = before.get(response.status);
    return was ? walkContent(sides, usage, was, response) : [];
  });
}
