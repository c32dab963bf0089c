/** Runs that may be base64 of at least four bytes (RFC 4648, sections 4 and 5), with line breaks as in MIME. */
export const ENCODED_RUNS: RegExp = /([\w+/-]{60,76}\r?\n)+[\w+/-]+|[\w+/-]{6,}/g;

/**
 * Decodes a run as base64 from a character on, with or without padding, in the standard or the URL alphabet.
 *
 * @returns text; invalid UTF-8 becomes replacement characters
 */
export function decodeBase64(run: string, start: number): string {
  const digits = run.replace(/\s/g, "").slice(start).replaceAll("-", "+").replaceAll("_", "/");
  // A single digit is less than a byte.
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits;
  return new TextDecoder().decode(Uint8Array.from(atob(whole), (byte) => byte.charCodeAt(0)));
}
