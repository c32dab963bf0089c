import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, zstdDecompress } from "node:zlib";

type Decoder = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const DECODERS: Readonly<Record<string, Decoder>> = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
};

/**
 * Undoes the encodings of a body.
 *
 * @param encoding - the header `Content-Encoding`
 * @param limit - the maximum size of the decoded body, in bytes
 * @returns undefined if it is larger, or the encoding is unknown or broken
 */
export async function decode(bytes: Buffer, encoding: string | undefined, limit: number): Promise<Buffer | undefined> {
  const encodings = (encoding ?? "")
    .toLowerCase()
    .split(",")
    .map((each) => each.trim());
  let decoded = bytes;
  for (const each of encodings.reverse()) {
    if (each === "" || each === "identity") continue;
    // An empty body, as in the response to HEAD, is not encoded.
    if (decoded.length === 0) return decoded;
    try {
      decoded = await (DECODERS[each] as Decoder)(decoded, { maxOutputLength: limit });
    } catch {
      return undefined;
    }
  }
  return decoded;
}
