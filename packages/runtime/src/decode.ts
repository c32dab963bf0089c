import type { Call } from "./call.ts";
import { DecodeError } from "./errors/decode-error.ts";
import { redact } from "./redact.ts";

/**
 * Reads and decodes the body of an answer. An error status keeps whatever came; a success must be what the operation
 * accepts.
 *
 * @throws DecodeError
 */
export type Decode = (call: Call, response: Response) => Promise<unknown>;

/** Reads JSON, whatever the server calls it. */
export async function decodeJson(call: Call, response: Response): Promise<unknown> {
  return parseJson(call, response, await response.text());
}

/** Parses text that a success must have as JSON. Empty text is nothing, and an error status may have any. */
export async function parseJson(call: Call, response: Response, text: string): Promise<unknown> {
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Not kept as the cause: its message quotes the text.
    if (!response.ok) return text;
  }
  throw await unexpected(call, response, text, "malformed");
}

/** A success in another format than the operation accepts; `state` is that of JSON where JSON came. */
export async function unexpected(call: Call, response: Response, text: string, state = ""): Promise<DecodeError> {
  const { id, accept = "application/json" } = call.operation;
  const type = response.headers.get("content-type") ?? "no content type";
  const what = `${/json/.test(type) ? state : ""} ${await redact(call, type)}`.trim();
  return new DecodeError(`answered ${response.status} with ${what} where ${accept} was expected`, {
    operationId: id,
    response,
    text: (await redact(call, text)).slice(0, 200),
  });
}
