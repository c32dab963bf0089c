import { ownProperties, UsageError } from "@keynest/runtime";
// standardwebhooks: the reference library of the Standard Webhooks specification, 20 kB, without install scripts.
import { Webhook } from "standardwebhooks";
import { type WebhookEvent, webhookEvent } from "./webhook-event.js";
import { WebhookVerificationError } from "./webhook-verification-error.js";

/** The raw body of a delivery, not one that a framework has parsed. */
export type WebhookBody = string | Uint8Array | ArrayBuffer;

/** Headers in the forms of `fetch`, Node.js and most frameworks. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Options of {@link unwrapWebhook}. */
export interface WebhookOptions {
  /**
   * Size limit of the body in bytes. A longer body is refused before its signature is computed. Do not read more of a
   * request either.
   *
   * @default 1048576 (1 MiB)
   */
  readonly maxBodyBytes?: number | undefined;
}

const MAX_BODY_BYTES = 2 ** 20;

/**
 * Verifies the signature of a delivery (Standard Webhooks 1.0), and reads its event. Signatures are valid for 5 minutes.
 *
 * @param body - the raw body
 * @param headers - the headers, with `webhook-id`, `webhook-timestamp` and `webhook-signature` in any case. The signature
 *   may be a list, of which one must match.
 * @param secret - the secret of the subscription: `whsec_` and base64, or any other text. During a rotation, a list of
 *   secrets, of which one must match.
 * @param options - the size limit of the body
 * @returns the event, with `event` as discriminator; an unknown one is `{ event: "unknown", payload }`
 * @throws {WebhookVerificationError} if the signature is invalid or expired, or the delivery cannot be read
 * @throws {UsageError} if `maxBodyBytes` is negative or not a number
 * @example const event = unwrapWebhook(await request.text(), request.headers, secret);
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
    // The error is not the `cause`, because its message quotes the text.
    throw new WebhookVerificationError("the body of the webhook is not JSON");
  }
}

/** Returns the text of a body. @throws {WebhookVerificationError} if the body is not raw, or too long */
function textOf(body: WebhookBody, maxBytes: number): string {
  const refuseLonger = (bytes: number): void => {
    if (bytes > maxBytes)
      throw new WebhookVerificationError(`the body of the webhook is longer than ${maxBytes} bytes`);
  };
  if (typeof body === "string") {
    // Each character is at least a byte, so a text that is far too long need not be encoded.
    refuseLonger(body.length);
    refuseLonger(new TextEncoder().encode(body).length);
    return body;
  }
  if (ArrayBuffer.isView(body) || Object.prototype.toString.call(body) === "[object ArrayBuffer]") {
    refuseLonger(body.byteLength);
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(body);
  }
  throw new WebhookVerificationError("the body of the webhook must be the raw text or bytes, not a parsed object");
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
    throw new WebhookVerificationError("a secret of the webhook is empty, or has invalid base64 after whsec_");
  }
}

/** The reason why a signature is invalid; empty if it is valid. */
function reasonAgainst(key: Webhook, text: string, signed: Record<string, string>): string {
  try {
    key.verify(text, signed, { jsonParse: false });
    return "";
  } catch (error) {
    const { message } = error as Error;
    if (/too old/.test(message)) return "the webhook is older than 5 minutes";
    if (/too new/.test(message)) return "the webhook is more than 5 minutes ahead; check the clock of this machine";
    if (/Invalid/.test(message)) return "the webhook-timestamp is not a number of seconds";
    return "no signature of the webhook matches";
  }
}
