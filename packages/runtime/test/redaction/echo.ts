import { inspect } from "node:util";
import { createClient, encodeMultipart, encodeRaw, type Operation } from "../../src/index.ts";
import { operation, plain, rejection } from "../call.ts";

/** Takes JSON whose `value` is sensitive, wherever it stands. */
export const taking: Operation = operation({ method: "POST", body: "application/json", sensitive: ["value"] });

/** Takes a form whose `file` is sensitive. */
export const importing: Operation = operation({
  method: "POST",
  body: { type: "multipart/form-data", encode: encodeMultipart },
  sensitive: ["file"],
});

/** Takes a sensitive body. */
export const uploading: Operation = operation({
  method: "POST",
  body: { type: "application/octet-stream", encode: encodeRaw },
  sensitive: ["*"],
});

/** The message of a call that is answered with an error body. */
export async function messageFor(op: Operation, params: object, body: unknown, status = 400): Promise<string> {
  return (await errorFor(op, params, body, status)).message;
}

/** What a call that is answered with an error body rejects with. */
export function errorFor(op: Operation, params: object, body: unknown, status = 400): Promise<Error> {
  const fetch = async () => Response.json(body, { status });
  return rejection(plain(createClient({ baseUrl: "https://h", fetch }), op, params));
}

/** All that may be printed of an error. */
export function printed(error: Error): string {
  return [error.message, error.stack, inspect(error, { showHidden: true, depth: 9 }), JSON.stringify(error)].join("\n");
}
