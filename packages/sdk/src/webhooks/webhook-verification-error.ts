import { isSdkError, SdkError } from "@keynest/runtime";

/** The signature of a delivery is invalid, or it cannot be read. The message says why, and quotes no secret, body or signature. */
export class WebhookVerificationError extends SdkError {
  override get name(): "WebhookVerificationError" {
    return "WebhookVerificationError";
  }
}

/** Whether the error is a {@link WebhookVerificationError}. */
export function isWebhookVerificationError(error: unknown): error is WebhookVerificationError {
  return isSdkError(error) && error.name === "WebhookVerificationError";
}
