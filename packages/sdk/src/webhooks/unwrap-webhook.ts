import { ownProperties, UsageError } from "@keynest/runtime";
// standardwebhooks: the reference library of the Standard Webhooks specification, 20 kB, without install scripts.
import { Webhook } from "standardwebhooks";
import { type WebhookEvent, webhookEvent } from "./webhook-event.js";
import { WebhookVerificationError } from "./webhook-verification-error.js";

/** The raw body of a delivery, as it came; not what a framework has parsed. */
export type WebhookBody = string | Uint8Array | ArrayBuffer;

/** Headers as `fetch`, Node.js and most frameworks have them. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** How a delivery is read. */
export interface WebhookOptions {
  /**
   * The most bytes of a body. A longer one is refused before its signature is computed; do not read more of it either.
   *
   * @default 1048576, which is 1 MiB: far above any event
   */
  readonly maxBodyBytes?: number | undefined;
}

const MAX_BODY_BYTES = 2 ** 20;

/**
 * Verifies the signature of a delivery (Standard Webhooks 1.0), and reads its event. Signatures are good for 5 minutes.
 *
 * @param body The raw body.
 * @param headers Among them `webhook-id`, `webhook-timestamp` and `webhook-signature`, in whatever case. The signature
 *   may be a list, of which one has to match.
 * @param secret The secret of the subscription: `whsec_` and base64, or any other text, which is taken as it is. Several
 *   while secrets are changed; one of them has to match.
 * @param options The limit of the body.
 * @returns The event, told apart by `event`. One that this version does not know is `{ event: "unknown", payload }`.
 * @throws {WebhookVerificationError} When the delivery cannot be trusted or read.
 * @throws {UsageError} When `maxBodyBytes` is no number from 0.
 */
export function unwrapWebhook(
  body: WebhookBody,
  headers: WebhookHeaders,
  secret: string | readonly string[],
  options: WebhookOptions = {},
): WebhookEvent {
  const { maxBodyBytes = MAX_BODY_BYTES } = ownProperties(options);
  if (!(maxBodyBytes >= 0)) throw new UsageError("maxBodyBytes must be 0 or more");
  const text = textOf(body, maxBodyBytes);
  const signed = signatureHeaders(headers);
  const keys = [secret].flat().map(keyOf);
  if (keys.length === 0) throw new WebhookVerificationError("there is no secret to verify the webhook with");
  const reasons = keys.map((key) => reasonAgainst(key, text, signed));
  if (!reasons.includes("")) throw new WebhookVerificationError(reasons[0] as string);
  try {
    return webhookEvent(JSON.parse(text));
  } catch {
    // Not kept as the cause: its message quotes the text.
    throw new WebhookVerificationError("the body of the webhook is no JSON");
  }
}

/** @throws WebhookVerificationError for what is no raw body, or one of more bytes */
function textOf(body: WebhookBody, maxBytes: number): string {
  const refuseLonger = (bytes: number): void => {
    if (bytes > maxBytes)
      throw new WebhookVerificationError(`the body of the webhook is longer than ${maxBytes} bytes`);
  };
  if (typeof body === "string") {
    // Each character is a byte at least, so that a text that is far too long is not encoded.
    refuseLonger(body.length);
    refuseLonger(new TextEncoder().encode(body).length);
    return body;
  }
  if (ArrayBuffer.isView(body) || Object.prototype.toString.call(body) === "[object ArrayBuffer]") {
    refuseLonger(body.byteLength);
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(body);
  }
  throw new WebhookVerificationError(
    "the body of the webhook must be the raw text or bytes, not what was parsed of it",
  );
}

function signatureHeaders(headers: WebhookHeaders): Record<string, string> {
  const given: object = Object(headers);
  const entries = Symbol.iterator in given ? [...(given as Headers)] : Object.entries(given);
  const byName = new Map(entries.map(([name, value]) => [`${name}`.toLowerCase(), [value].flat().join(" ")]));
  const found = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => [name, byName.get(name) ?? ""]);
  const missing = found.filter(([, value]) => !value).map(([name]) => name);
  if (missing.length > 0) throw new WebhookVerificationError(`the webhook has no ${missing.join(", ")}`);
  return Object.fromEntries(found);
}

function keyOf(secret: string): Webhook {
  try {
    if (secret.startsWith("whsec_")) return new Webhook(secret);
    return new Webhook(new TextEncoder().encode(secret), { format: "raw" });
  } catch {
    throw new WebhookVerificationError("a secret of the webhook is empty, or has no base64 after whsec_");
  }
}

/** Why a delivery is not signed with the key; empty if it is. */
function reasonAgainst(key: Webhook, text: string, signed: Record<string, string>): string {
  try {
    key.verify(text, signed, { jsonParse: false });
    return "";
  } catch (error) {
    const { message } = error as Error;
    if (/too old/.test(message)) return "the webhook is older than 5 minutes";
    if (/too new/.test(message)) return "the webhook is more than 5 minutes ahead; is the clock right?";
    if (/Invalid/.test(message)) return "the webhook-timestamp is no number of seconds";
    return "no signature of the webhook matches";
  }
}
