import { DecodeError } from "../../errors/decode-error.ts";
import type { DecodeContext } from "../operation.ts";

type Chunk = Uint8Array<ArrayBuffer>;

/** Reads a body as UTF-8 text. @throws {DecodeError} if the body of a success is longer than `maxResponseBytes` */
export async function readText(response: Response, context: DecodeContext): Promise<string> {
  if (!isReadable(response)) return response.text();
  const decoder = new TextDecoder();
  let text = "";
  for (const chunk of await readChunks(response, context)) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/** Reads the body of an error status as a Blob. A body longer than `maxResponseBytes` counts as empty. */
export async function readErrorBlob(response: Response, context: DecodeContext): Promise<Blob> {
  if (!isReadable(response)) return response.blob();
  return new Blob(await readChunks(response, context), { type: response.headers.get("content-type") ?? "" });
}

/** False if a hook has read the body, or if `fetch` has other streams than those of the web, or none. */
function isReadable({ body, bodyUsed }: Response): boolean {
  return !!body?.getReader && !bodyUsed;
}

/**
 * Reads a body of at most `maxResponseBytes` after decompression. A longer body is cancelled; with an error status it
 * counts as empty, because the status matters more.
 *
 * @throws {DecodeError} if the body of a success is longer
 */
async function readChunks(response: Response, { maxResponseBytes, operation }: DecodeContext): Promise<Chunk[]> {
  const reader = (response.body as ReadableStream<Chunk>).getReader();
  const chunks: Chunk[] = [];
  let bytes = 0;
  let isTooLong = Number(response.headers.get("content-length")) > maxResponseBytes;
  while (!isTooLong) {
    const { done, value } = await reader.read();
    if (done) return chunks;
    chunks.push(value);
    bytes += value.byteLength;
    isTooLong = bytes > maxResponseBytes;
  }
  reader.cancel().catch(() => {});
  if (!response.ok) return [];
  throw new DecodeError(`responded ${response.status} with more than maxResponseBytes (${maxResponseBytes})`, {
    operationId: operation.id,
    response,
  });
}
