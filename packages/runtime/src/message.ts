import type { Call } from "./call.ts";
import { redact } from "./redact.ts";
import { retryAfterMs } from "./retry-after.ts";
import { sentenceOf } from "./sentence.ts";

/**
 * The message of an error status, at most 300 characters: the useful sentence of the answer, redacted, and the status.
 * HTTP/2 has no reason phrases; then the name of the error class does, "NotFoundError" as "Not Found Error".
 */
export async function messageOf(call: Call, response: Response, body: unknown, name: string): Promise<string> {
  const { findSecrets, sensitive, id } = call.operation;
  const phrase = response.statusText || name.replace(/\B[A-Z]/g, " $&");
  const status = (await redact(call, `${response.status} ${phrase}`)).slice(0, 40);
  const said = (await redact(call, sentenceOf(body, sensitive), await findSecrets?.(body, sensitive))).trim();
  const waitMs = retryAfterMs(response, call.client.clock.now());
  const advice = waitMs ? `; try again in ${Math.ceil(waitMs / 1000)} s` : "";
  return (said ? `${said.slice(0, 220 - id.length)} (${status})` : status) + advice;
}
