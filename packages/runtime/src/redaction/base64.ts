/** What may be base64 of four bytes and more (RFC 4648, sections 4 and 5), in lines as MIME has it. */
export const ENCODED_RUNS: RegExp = /([\w+/-]{60,76}\r?\n)+[\w+/-]+|[\w+/-]{6,}/g;

/**
 * Reads the run as base64 from a character on, with or without padding, in the standard or the URL alphabet.
 *
 * @returns text; where that is no text, replacement characters
 */
export function decodeBase64(run: string, start: number): string {
  const digits = run.replace(/\s/g, "").slice(start).replaceAll("-", "+").replaceAll("_", "/");
  // One digit alone is not even a byte.
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits;
  return new TextDecoder().decode(Uint8Array.from(atob(whole), (byte) => byte.charCodeAt(0)));
}
