import { DecodeError } from "../../errors/decode-error.ts";
import type { DecodeContext } from "../operation.ts";
import { readText } from "./read-body.ts";

/** Longest parts of a response that an error shows, in characters. */
const MAX_TYPE_LENGTH = 100;
const MAX_EXCERPT_LENGTH = 200;

/** Decodes JSON, and ignores the content type. */
export async function decodeJson(response: Response, context: DecodeContext): Promise<unknown> {
  return parseJson(await readText(response, context), response, context);
}

/** Parses the text of a response as JSON. Empty text is undefined. An error status may have text that is not JSON. */
export function parseJson(text: string, response: Response, context: DecodeContext): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // The error is not the `cause`, because its message quotes the text.
    return response.ok ? refuseBody(text, response, context, "malformed ") : text;
  }
}

/**
 * Rejects a success that has another format than the operation accepts.
 *
 * @param state - put before the content type in the message, if that is JSON
 */
export async function refuseBody(
  text: string,
  response: Response,
  { operation, redact }: DecodeContext,
  state = "",
): Promise<never> {
  const type = response.headers.get("content-type") ?? "no content type";
  const received = (type.includes("json") ? state : "") + (await redact(type, MAX_TYPE_LENGTH)).trim();
  const { id, accept = "application/json" } = operation;
  throw new DecodeError(`responded ${response.status} with ${received} where ${accept} was expected`, {
    operationId: id,
    response,
    text: await redact(text, MAX_EXCERPT_LENGTH),
  });
}
