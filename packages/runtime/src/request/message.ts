import { redact } from "../redaction/redact.ts";
import type { Exchange } from "./exchange.ts";
import { retryAfterMs } from "./retry-after.ts";
import { sentenceOf } from "./sentence.ts";

/**
 * Makes the message of an error status, at most 300 characters: the explanation in the response, redacted, and the status.
 * HTTP/2 has no reason phrases; then the name of the error class replaces it, "NotFoundError" as "Not Found Error". Does not
 * reject: if the message cannot be made, it is the number of the status.
 */
export async function messageOf(exchange: Exchange, name: string): Promise<string> {
  const { call, response, body } = exchange;
  try {
    const phrase = response.statusText || name.replace(/\B[A-Z]/g, " $&");
    const status = await redact(exchange, `${response.status} ${phrase}`, 40);
    const said = (await redact(exchange, sentenceOf(body).trim(), 220 - call.operation.id.length, body)).trim();
    const waitMs = retryAfterMs(response, call.client.clock.now());
    const advice = waitMs ? `; try again in ${Math.ceil(waitMs / 1000)} s` : "";
    return (said ? `${said} (${status})` : status) + advice;
  } catch {
    return `${response.status}`;
  }
}
