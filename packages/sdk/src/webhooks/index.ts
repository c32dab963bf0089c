export { unwrapWebhook, type WebhookBody, type WebhookHeaders, type WebhookOptions } from "./unwrap-webhook.js";
export type { KnownWebhookEvent, UnknownWebhookEvent, WebhookEvent } from "./webhook-event.js";
export { isWebhookVerificationError, WebhookVerificationError } from "./webhook-verification-error.js";
