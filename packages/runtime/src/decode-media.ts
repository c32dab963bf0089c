import type { Call } from "./call.ts";
import { parseJson, refuseBody } from "./decode.ts";
import { readErrorBlob, readText } from "./read-body.ts";

/** What a media type is decoded to; HTML is text that nobody takes for other text. Empty for a wildcard or nothing. */
function kindOf(type: string): "json" | "html" | "text" | "blob" | "" {
  if (/^$|^(\*|application)\/\*/.test(type)) return "";
  if (/[/+]json\b/i.test(type)) return "json";
  if (/html/i.test(type)) return "html";
  return /^text|[/+](xml|x?-?yaml)|urlencoded|ndjson/i.test(type) ? "text" : "blob";
}

/**
 * Reads text, files and JSON, by media type. An operation carries it as `decode` if it answers with more than JSON, so
 * that bundles of others go without. Wildcards beside other types are a courtesy to servers and promise nothing.
 */
export async function decodeMedia(call: Call, response: Response): Promise<unknown> {
  const { ok, headers } = response;
  const received = kindOf(headers.get("content-type") ?? "");
  // Empty if anything will do.
  const wanted = ok ? (call.operation.accept ?? "").split(/, */).map(kindOf).filter(Boolean) : [];
  const mayBeJson = !wanted.length || wanted.includes("json");
  const isWanted = !wanted.length || (received ? wanted.includes(received) : !mayBeJson);
  if (isWanted && (received || wanted[0]) === "blob") {
    const blob = await (ok ? response.blob() : readErrorBlob(call, response));
    return blob.size ? blob : undefined;
  }
  const text = await readText(call, response);
  if (!text) return undefined;
  if (!wanted.length && !received) {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  }
  if (mayBeJson && (!received || received === "json" || !isWanted)) return parseJson(call, response, text);
  if (!isWanted) return refuseBody(call, response, text);
  return text;
}
