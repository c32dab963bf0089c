import type { Call } from "./call.ts";
import { DecodeError } from "./errors/decode-error.ts";
import type { Operation } from "./operation.ts";
import { redact } from "./redact.ts";

type Kind = "json" | "html" | "text" | "bytes" | "any";

/** What a media type is decoded to: JSON, text, or a Blob. HTML is text that nobody takes for another text. */
function kindOf(mediaType: string): Kind {
  const type = mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!type || /^(\*|application)\/\*/.test(type)) return "any";
  if (/[/+]json$/.test(type)) return "json";
  if (/html/.test(type)) return "html";
  return /^text\/|[/+](xml|ya?ml|x-yaml|x-www-form-urlencoded|(x-)?ndjson|jsonl)$/.test(type) ? "text" : "bytes";
}

/** The kinds that a success may have. Wildcards beside others are a courtesy to servers and promise nothing. */
function expectedOf({ accept }: Operation): Kind[] {
  if (!accept) return ["json"];
  const kinds = accept.split(",").map(kindOf);
  const named = kinds.filter((kind) => kind !== "any");
  return named.length ? named : kinds;
}

function receivedOf(response: Response): Kind {
  return kindOf(response.headers.get("content-type") ?? "");
}

/** Reads the body: undefined where there is none, a Blob where bytes came and may come, else text. */
export async function readBody(operation: Operation, response: Response): Promise<string | Blob | undefined> {
  const { ok, status } = response;
  if (operation.method === "HEAD" || status === 204 || status === 205 || status === 304) return undefined;
  const received = receivedOf(response);
  const expected = expectedOf(operation);
  const isBlob = ok
    ? (expected.includes("bytes") && (received === "any" || received === "bytes")) ||
      (received === "bytes" && expected[0] === "any")
    : received === "bytes";
  if (!isBlob) return (await response.text()) || undefined;
  const blob = await response.blob();
  return blob.size ? blob : undefined;
}

/**
 * Decodes what was read. An error status keeps whatever came; a success must be of a kind that the operation expects.
 *
 * @throws DecodeError
 */
export function decode(call: Call, response: Response, body: string | Blob | undefined): unknown {
  if (typeof body !== "string") return body;
  const { ok, status } = response;
  const received = receivedOf(response);
  const expected = expectedOf(call.operation);
  const isExpected = !ok || expected.includes(received) || expected[0] === "any";
  const tryJson =
    received === "json"
      ? isExpected
      : received === "any"
        ? !ok || expected.includes("json")
        : !isExpected && expected.includes("json");
  if (tryJson) {
    try {
      return JSON.parse(body);
    } catch {
      // Not kept as the cause: its message quotes the body.
    }
  }
  if (!ok || (isExpected && received !== "json") || (received === "any" && !expected.includes("json"))) return body;
  const type = response.headers.get("content-type")?.split(";")[0] || "no content type";
  const why = isExpected ? "that does not parse" : `where ${call.operation.accept ?? "application/json"} was expected`;
  throw new DecodeError(redact(call, `answered ${status} with ${type} ${why}.`), {
    operationId: call.operation.id,
    response,
    text: redact(call, body).slice(0, 200),
  });
}
