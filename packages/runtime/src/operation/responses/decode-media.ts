import type { DecodeContext } from "../operation.ts";
import { parseJson, refuseBody } from "./decode-json.ts";
import { readErrorBlob, readText } from "./read-body.ts";

/** What a media type is decoded to; HTML is text that is never taken for other text. Empty for a wildcard or nothing. */
function kindOf(type: string): "json" | "html" | "text" | "blob" | "" {
  if (/^$|^(\*|application)\/\*/.test(type)) return "";
  if (/[/+]json\b/i.test(type)) return "json";
  if (/html/i.test(type)) return "html";
  return /^text|[/+](xml|x?-?yaml)|urlencoded|ndjson/i.test(type) ? "text" : "blob";
}

/**
 * Decodes text, files and JSON, by media type. An operation carries it as `decode` if it has more responses than JSON, so
 * that bundles of others go without. Wildcards beside other types are a courtesy to servers and promise nothing.
 */
export async function decodeMedia(response: Response, context: DecodeContext): Promise<unknown> {
  const { ok, headers } = response;
  const received = kindOf(headers.get("content-type") ?? "");
  // Empty if anything will do.
  const wanted = ok ? (context.operation.accept ?? "").split(/, */).map(kindOf).filter(Boolean) : [];
  const mayBeJson = !wanted.length || wanted.includes("json");
  const isWanted = !wanted.length || (received ? wanted.includes(received) : !mayBeJson);
  if (isWanted && (received || wanted[0]) === "blob") {
    const blob = await (ok ? response.blob() : readErrorBlob(response, context));
    return blob.size ? blob : undefined;
  }
  const text = await readText(response, context);
  if (!text) return undefined;
  if (!wanted.length && !received) {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  }
  if (mayBeJson && (!received || received === "json" || !isWanted)) return parseJson(text, response, context);
  if (!isWanted) return refuseBody(text, response, context);
  return text;
}
