/**
 * Whether a path has a segment `.` or `..` for anybody on its way. URL parsers, proxies and servers do not agree on what
 * one is, and who takes one for a step upwards reaches another resource. So a segment counts
 * - between slashes and backslashes, for URL parsers take one for the other (WHATWG URL, section 4.4)
 * - without its parameters, for servlet containers drop `;` and what follows it (RFC 3986, section 3.3; Jakarta Servlet,
 *   section 3.5.2)
 * - without tabs and line breaks, for URL parsers drop them
 * - however often any of these characters is percent-encoded, for each of them may decode once
 */
export function hasDotSegment(path: string): boolean {
  return decodeFully(path)
    .replace(/[\t\r\n]/g, "")
    .split(/[/\\]/)
    .some((segment) => /^\.{1,2}(;|$)/.test(segment));
}

/** Decodes ASCII characters until there is nothing left to decode. */
function decodeFully(text: string): string {
  const decoded = text.replace(/%([0-7][\da-f])/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
  return decoded === text ? text : decodeFully(decoded);
}
