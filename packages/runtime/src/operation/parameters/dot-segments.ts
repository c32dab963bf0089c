/**
 * Whether any URL parser, proxy or server would see a segment `.` or `..` in a path. They do not agree on the syntax, and
 * one that steps upwards reaches another resource. So a segment is read
 * - between slashes and backslashes, because URL parsers treat them alike (WHATWG URL, section 4.4)
 * - without its parameters, because servlet containers drop `;` and the text after it (RFC 3986, section 3.3; Jakarta
 *   Servlet, section 3.5.2)
 * - without tabs and line breaks, because URL parsers drop them
 * - after any number of percent-decodings, because each hop may decode once
 */
export function hasDotSegment(path: string): boolean {
  return decodeFully(path)
    .replace(/[\t\r\n]/g, "")
    .split(/[/\\]/)
    .some((segment) => /^\.{1,2}(;|$)/.test(segment));
}

/** Decodes ASCII characters until none is encoded. */
function decodeFully(text: string): string {
  const decoded = text.replace(/%([0-7][\da-f])/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
  return decoded === text ? text : decodeFully(decoded);
}
