import type { DecodeContext } from "../operation.ts";
import { parseJson, refuseBody } from "./decode-json.ts";
import { readErrorBlob, readText } from "./read-body.ts";

/** The kind of value that a media type is decoded to. HTML is not accepted as other text. Empty for a wildcard or none. */
function kindOf(type: string): "json" | "html" | "text" | "blob" | "" {
  if (/^$|^(\*|application)\/\*/.test(type)) return "";
  if (/[/+]json\b/i.test(type)) return "json";
  if (/html/i.test(type)) return "html";
  return /^text|[/+](xml|x?-?yaml)|urlencoded|ndjson/i.test(type) ? "text" : "blob";
}

/**
 * Decodes text, files and JSON by media type. An operation has it as `decode` if its responses may be other than JSON, so
 * that other bundles do not contain it. A wildcard in `accept` beside other types does not widen what is accepted.
 */
export async function decodeMedia(response: Response, context: DecodeContext): Promise<unknown> {
  const { ok, headers } = response;
  const received = kindOf(headers.get("content-type") ?? "");
  // Empty if any kind is accepted.
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
