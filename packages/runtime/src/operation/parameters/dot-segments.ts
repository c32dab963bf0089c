/** A path that is encoded more often than this hides something. */
const MOST_LEVELS = 10;

/**
 * Whether any URL parser, proxy or server would see a segment `.` or `..` in a path. They do not agree on the syntax, and
 * one that steps upwards reaches another resource. So a segment is read
 * - between slashes and backslashes, because URL parsers treat them alike (WHATWG URL, section 4.4)
 * - without its parameters, because servlet containers drop `;` and the text after it (RFC 3986, section 3.3; Jakarta
 *   Servlet, section 3.5.2), and without what is a query, a fragment or the end of a C string once it is decoded
 * - without tabs and line breaks, because URL parsers drop them
 * - after any number of percent-decodings, because each hop may decode once; also from two bytes, which UTF-8 forbids
 *   (RFC 3629, section 3) and lenient decoders accept
 */
export function hasDotSegment(path: string): boolean {
  let decoded = path;
  for (let level = 0; level <= MOST_LEVELS; level++) {
    const before = decoded;
    decoded = decodeOnce(before);
    if (decoded === before) return hasPlainDotSegment(decoded);
  }
  return true;
}

function hasPlainDotSegment(path: string): boolean {
  return path
    .replace(/[\t\r\n]/g, "")
    .split(/[/\\]/)
    .some((segment) => /^\.{1,2}([;?#\0]|$)/.test(segment));
}

/** Decodes ASCII characters. */
function decodeOnce(text: string): string {
  return text.replace(/%([0-7][\da-f])|%c([01])%([89ab][\da-f])/gi, (_, one, first, second) => {
    const code = one ? Number.parseInt(one, 16) : (Number(first) << 6) | (Number.parseInt(second, 16) & 0x3f);
    return String.fromCharCode(code);
  });
}
