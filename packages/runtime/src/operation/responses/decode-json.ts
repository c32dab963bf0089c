import { DecodeError } from "../../errors/decode-error.ts";
import type { DecodeContext } from "../operation.ts";
import { readText } from "./read-body.ts";

/** Longest parts of a refused response that an error shows, in characters. */
const MAX_TYPE_LENGTH = 100;
const MAX_EXCERPT_LENGTH = 200;

/** Decodes JSON, whatever content type the server gives it. */
export async function decodeJson(response: Response, context: DecodeContext): Promise<unknown> {
  return parseJson(await readText(response, context), response, context);
}

/** Parses text that a success must have as JSON. Empty text is undefined, and an error status may have any text. */
export function parseJson(text: string, response: Response, context: DecodeContext): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // The error is not kept as the cause, because its message quotes the text.
    return response.ok ? refuseBody(text, response, context, "malformed ") : text;
  }
}

/** Throws because a success came in another format than the operation accepts; `state` is that of JSON where JSON came. */
export async function refuseBody(
  text: string,
  response: Response,
  { operation, redact }: DecodeContext,
  state = "",
): Promise<never> {
  const type = response.headers.get("content-type") ?? "no content type";
  const received = (type.includes("json") ? state : "") + (await redact(type, MAX_TYPE_LENGTH)).trim();
  const { id, accept = "application/json" } = operation;
  throw new DecodeError(`answered ${response.status} with ${received} where ${accept} was expected`, {
    operationId: id,
    response,
    text: await redact(text, MAX_EXCERPT_LENGTH),
  });
}
