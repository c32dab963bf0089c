import type { Call } from "./call.ts";
import { DecodeError } from "./errors/decode-error.ts";
import { readText } from "./read-body.ts";
import { redact } from "./redaction/redact.ts";

/**
 * Reads and decodes the body of an answer. An error status keeps whatever came; a success must be what the operation
 * accepts.
 *
 * @throws DecodeError
 */
export type Decode = (call: Call, response: Response) => Promise<unknown>;

/** Reads JSON, whatever the server calls it. */
export function decodeJson(call: Call, response: Response): Promise<unknown> {
  return readText(call, response).then((text) => parseJson(call, response, text));
}

/** Parses text that a success must have as JSON. Empty text is nothing, and an error status may have any. */
export function parseJson(call: Call, response: Response, text: string): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Not kept as the cause: its message quotes the text.
    return response.ok ? refuseBody(call, response, text, "malformed") : text;
  }
}

/** A success came in another format than the operation accepts; `state` is that of JSON where JSON came. */
export async function refuseBody(call: Call, response: Response, text: string, state = ""): Promise<never> {
  const { id, accept = "application/json" } = call.operation;
  const type = response.headers.get("content-type") ?? "no content type";
  const what = `${/json/.test(type) ? state : ""} ${await redact(call, type, 100)}`.trim();
  throw new DecodeError(`answered ${response.status} with ${what} where ${accept} was expected`, {
    operationId: id,
    response,
    text: await redact(call, text, 200),
  });
}
