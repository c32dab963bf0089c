import { tagOf } from "../../operation/bodies/binary.ts";

/**
 * The bytes of a body that can be known before it is sent.
 *
 * @returns undefined for streams, and for forms with files, whose boundary `fetch` chooses
 */
export function bodyBytes(body: unknown): Uint8Array | Promise<Uint8Array> | undefined {
  if (body === undefined || body === null) return new Uint8Array();
  if (typeof body === "string" || body instanceof URLSearchParams) return new TextEncoder().encode(`${body}`);
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  const tag = tagOf(body);
  if (tag === "[object ArrayBuffer]") return new Uint8Array(body as ArrayBuffer);
  if (tag === "[object Blob]" || tag === "[object File]") {
    return (body as Blob).arrayBuffer().then((buffer) => new Uint8Array(buffer));
  }
  return undefined;
}
