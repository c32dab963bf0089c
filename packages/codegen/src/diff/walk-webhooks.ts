import type { DescribedWebhook } from "./described.ts";
import { checkAll, type Found, type Place } from "./found.ts";
import { matchWebhooks } from "./matching/operations.ts";
import { matchWebhookParameters } from "./matching/parameters.ts";
import type { DescriptionPair } from "./pairs.ts";
import { webhookParametersRules, webhookRules, webhooksRules } from "./rules/index.ts";
import { responsesOf, schemaOf, walkBody, walkContent } from "./walk-operation.ts";
import { walkSchemas } from "./walk-schemas.ts";

/** Compares webhooks. Their bodies are what callers get, so that a new field is a feature, and a lost one breaks. */
export function walkWebhooks(all: DescriptionPair): Found[] {
  const matches = matchWebhooks(all.base, all.head);
  const place: Place = { kind: "webhook", name: "", direction: "response" };
  const found = checkAll(webhooksRules, { all, matches }, place);
  for (const { base, head } of matches.pairs) {
    const here = { ...place, name: head.name };
    found.push(...checkAll(webhookRules, { all, base, head }, here));
    found.push(...walkBody(all, here, base.node, head.node, head.pointer));
    found.push(...walkAnswers(all, { ...here, direction: "request" }, base, head));
    const parameters = matchWebhookParameters(base, head);
    found.push(...checkAll(webhookParametersRules, { all, matches: parameters }, here));
    for (const pair of parameters.pairs) {
      found.push(...walkSchemas(all, { ...here, argument: pair.head.name }, schemaOf(pair.base), schemaOf(pair.head)));
    }
  }
  return found;
}

/** Compares what receivers answer: they send it, so that a new required field breaks. */
function walkAnswers(all: DescriptionPair, place: Place, base: DescribedWebhook, head: DescribedWebhook): Found[] {
  const before = responsesOf(all.base.document, base.node);
  return [...responsesOf(all.head.document, head.node)].flatMap(([status, answer]) => {
    const was = before.get(status);
    const pointers = was && { base: all.base.pointerOf(was), head: all.head.pointerOf(answer) };
    return was && pointers ? walkContent(all, place, was, answer, pointers) : [];
  });
}
