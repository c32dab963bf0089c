import { isSdkError, SdkError } from "@keynest/runtime";

/** A delivery that cannot be trusted or read. The message says why, without the secret, the body or a signature. */
export class WebhookVerificationError extends SdkError {
  override get name(): "WebhookVerificationError" {
    return "WebhookVerificationError";
  }
}

/** Whether the error is a {@link WebhookVerificationError}. */
export function isWebhookVerificationError(error: unknown): error is WebhookVerificationError {
  return isSdkError(error) && error.name === "WebhookVerificationError";
}
