/** Decodes a file by its byte order mark (Encoding Standard, section 6), or else by its first bytes. */
export function textOfBytes(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittleEndian = (first === 0xff && second === 0xfe) || (first && second === 0);
  const isBigEndian = (first === 0xfe && second === 0xff) || (first === 0 && second);
  return new TextDecoder(isLittleEndian ? "utf-16le" : isBigEndian ? "utf-16be" : "utf-8").decode(bytes);
}
