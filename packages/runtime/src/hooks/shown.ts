// Headers and bodies, as a log may show them.

import { isDecodeError } from "../errors/decode-error.ts";
import { readText } from "../operation/responses/read-body.ts";
import { isCredentialName } from "../redaction/credential-names.ts";
import { redact } from "../redaction/redact.ts";
import { REDACTED } from "../redaction/shown.ts";
import type { Attempt } from "../request/exchange.ts";

/** Longer bodies are cut off, and much longer ones are not read. */
const MOST_CHARACTERS = 2_000;
const MOST_BYTES = 100_000;

export async function shownHeaders(
  attempt: Attempt,
  headers: Iterable<[string, string]>,
): Promise<Record<string, string>> {
  const shown: Record<string, string> = {};
  for (const [name, value] of headers) {
    shown[name] = isCredentialName(name) ? REDACTED : await redact(attempt, value, MOST_CHARACTERS);
  }
  return shown;
}

/** JSON without the values of sensitive properties; for other bodies, the media type or class. */
export async function shownBody(attempt: Attempt, body: unknown, type = ""): Promise<string> {
  if (body === undefined || body === null || body === "") return "";
  const { sensitive = [] } = attempt.call.operation;
  const kind = type.split(";")[0] || Object.prototype.toString.call(body).slice(8, -1);
  if (typeof body !== "string") return `[${kind}]`;
  if (!/[/+]json$/.test(kind) || sensitive.includes("*") || body.length > MOST_BYTES) {
    return `[${kind}, ${body.length} characters]`;
  }
  try {
    const text = JSON.stringify(JSON.parse(body, (name, value) => (sensitive.includes(name) ? REDACTED : value)));
    const shown = await redact(attempt, text, MOST_CHARACTERS + 1);
    return shown.length > MOST_CHARACTERS ? `${shown.slice(0, MOST_CHARACTERS)}…` : shown;
  } catch {
    return `[invalid JSON, ${body.length} characters]`;
  }
}

/** Reads a clone, if the body is JSON of a known and modest length. It may be compressed, so it is read up to a limit. */
export async function shownResponseBody(attempt: Attempt, response: Response): Promise<string> {
  const type = response.headers.get("content-type") ?? "";
  const length = Number(response.headers.get("content-length") ?? Number.NaN);
  if (!response.body || length === 0) return "";
  if (!/[/+]json\b/.test(type) || !(length <= MOST_BYTES)) {
    return `[${type.split(";")[0] || "no content type"}${length >= 0 ? `, ${length} bytes` : ""}]`;
  }
  try {
    const { operation } = attempt.call;
    const limits = { operation, maxResponseBytes: MOST_BYTES, redact: async () => "" };
    return await shownBody(attempt, await readText(response.clone(), limits), type);
  } catch (error) {
    if (isDecodeError(error)) return `[${type.split(";")[0]}, more than ${MOST_BYTES} bytes]`;
    // The call itself will report this failure.
    return "[broken off]";
  }
}
