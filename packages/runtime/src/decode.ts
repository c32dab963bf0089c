import type { Call } from "./call.ts";
import { DecodeError } from "./errors/decode-error.ts";
import { redact } from "./redact.ts";

/** What a media type is decoded to; HTML is text that nobody takes for other text. Empty for a wildcard or nothing. */
function kindOf(type: string): "json" | "html" | "text" | "blob" | "" {
  if (/^$|^(\*|application)\/\*/.test(type)) return "";
  if (/[/+]json\b/i.test(type)) return "json";
  if (/html/i.test(type)) return "html";
  return /^text|[/+](xml|x?-?yaml)|urlencoded|ndjson/i.test(type) ? "text" : "blob";
}

/**
 * Reads and decodes the body. An error status keeps whatever came; a success must be of a kind that the operation
 * accepts. Wildcards beside other types are a courtesy to servers and promise nothing.
 *
 * @throws DecodeError
 */
export async function decode(call: Call, response: Response): Promise<unknown> {
  const { method, id, accept = "application/json" } = call.operation;
  const { ok, status, headers } = response;
  if (method === "HEAD" || /204|205|304/.test(`${status}`)) return undefined;
  const type = headers.get("content-type") ?? "";
  const received = kindOf(type);
  // Empty if anything will do.
  const wanted = ok ? accept.split(/, */).map(kindOf).filter(Boolean) : [];
  const mayBeJson = !wanted.length || wanted.includes("json");
  const isWanted = !wanted.length || (received ? wanted.includes(received) : !mayBeJson);
  if (isWanted && (received || wanted[0]) === "blob") {
    const blob = await response.blob();
    return blob.size ? blob : undefined;
  }

  const text = await response.text();
  if (!text) return undefined;
  if (mayBeJson && (!received || received === "json" || !isWanted)) {
    try {
      return JSON.parse(text);
    } catch {
      // Not kept as the cause: its message quotes the text.
    }
  }
  if (!ok || (isWanted && received !== "json")) return text;
  const what = `${isWanted ? "malformed " : ""}${redact(call, type) || "no content type"}`;
  throw new DecodeError(`answered ${status} with ${what} where ${accept} was expected`, {
    operationId: id,
    response,
    text: redact(call, text).slice(0, 200),
  });
}
