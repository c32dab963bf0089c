import { redact, valuesOf } from "./redact.ts";
import type { Outcome } from "./result.ts";
import { sentenceOf } from "./sentence.ts";

const phrases =
  "400 Bad Request,401 Unauthorized,403 Forbidden,404 Not Found,405 Method Not Allowed,406 Not Acceptable,408 Request Timeout,409 Conflict,410 Gone,413 Content Too Large,415 Unsupported Media Type,422 Unprocessable Content,429 Too Many Requests,500 Internal Server Error,502 Bad Gateway,503 Service Unavailable,504 Gateway Timeout";

/** The message of an error status: the useful sentence of the answer, redacted, and the status; 300 characters at most. */
export function messageOf({ call, response }: Outcome, body: unknown): string {
  const { sensitive = [], id } = call.operation;
  const status = phrases.split(",").find((phrase) => phrase.startsWith(`${response.status}`)) ?? `${response.status}`;
  const said = redact(call, sentenceOf(body, sensitive), valuesOf(body, sensitive, false)).trim();
  const room = 294 - status.length - id.length;
  return said ? `${said.length > room ? `${said.slice(0, room)}…` : said} (${status})` : status;
}
