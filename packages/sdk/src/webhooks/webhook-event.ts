import { ownProperties } from "@keynest/runtime";
import type { webhooks } from "../generated/openapi.gen.js";

type EventOf<Webhook> = Webhook extends { post: { requestBody: { content: { "application/json": infer Event } } } }
  ? Event
  : never;

/** An event of the description, with `event` as discriminator. */
export type KnownWebhookEvent = { [Name in keyof webhooks]: EventOf<webhooks[Name]> }[keyof webhooks];

/** An event that this version of the package does not know. */
export interface UnknownWebhookEvent {
  readonly event: "unknown";
  /** The parsed body of the delivery. */
  readonly payload: unknown;
}

/** The event of a delivery. */
export type WebhookEvent = KnownWebhookEvent | UnknownWebhookEvent;

// The type ensures that no event is missing.
const names: Readonly<Record<KnownWebhookEvent["event"], true>> = {
  "variable.created": true,
  "variable.deleted": true,
  "variable.updated": true,
};

export function webhookEvent(payload: unknown): WebhookEvent {
  const { event } = ownProperties(payload as { event?: unknown } | null);
  const isKnown = typeof event === "string" && Object.hasOwn(names, event);
  return isKnown ? (payload as KnownWebhookEvent) : { event: "unknown", payload };
}
