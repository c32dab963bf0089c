import { REDACTED } from "../contract/sensitive.ts";

/**
 * Reads the address of a server.
 *
 * @returns its URL, without a slash at the end
 * @throws {TypeError} if the text is not the address of a server
 */
export function parseTarget(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    // There may be a password before an @, and a key in a query.
    const shown = text.replace(/[?#].*$/s, "").replace(/^([a-z][a-z+.-]*:\/\/)?.*@/is, `$1${REDACTED}@`);
    throw new TypeError(`The target must be a URL such as https://api.example.com, not "${shown}".`);
  }
  // The sentence does not repeat the text, which may contain a secret.
  if (url.username || url.password) throw new TypeError("The target must not hold a user name or a password.");
  if (url.search || url.hash) throw new TypeError("The target must end with its path, without ? and #.");
  return url.href.replace(/\/+$/, "");
}
