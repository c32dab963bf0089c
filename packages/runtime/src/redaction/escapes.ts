// Case counts: with `\U`, JavaScript's `\u` and four letters behind it would be one escape.
const IN_URLS = /(%[\da-fA-F]{2})+/g;
const IN_HTML = /&(#[xX]?[\da-fA-F]{1,8}|amp|AMP|lt|LT|gt|GT|quot|QUOT|apos|nbsp);/g;
const BEHIND_BACKSLASHES = /\\(u\{[\da-fA-F]{1,8}\}|U[\da-fA-F]{8}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[nrtbf"'`\\/&=$\n])/g;

/**
 * What stands for other characters: in URLs (RFC 3986, section 2.1); in HTML; and in JSON, JavaScript, Python, YAML and
 * shells. By itself, for what one of them writes may look like an escape of another.
 */
export const KINDS_OF_ESCAPES: readonly RegExp[] = [IN_URLS, IN_HTML, BEHIND_BACKSLASHES];

/** All of them at once. */
export const ESCAPES: RegExp = new RegExp(KINDS_OF_ESCAPES.map(({ source }) => source).join("|"), "g");

/** An escape or surrogate pair that may have been cut off at the end of a text. */
export const PARTIAL_ESCAPE: RegExp = /(%[\da-f]{0,9}|&[#\w;]{0,11}|\\+[^\\\s]{0,9}|[\ud800-\udbff])$/;

/** The most levels of nested escapes that are decoded, such as JSON in JSON. */
export const MOST_LEVELS = 5;

const NAMED: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&nbsp;": " ",
  "\\n": "\n",
  "\\r": "\r",
  "\\t": "\t",
  "\\b": "\b",
  "\\f": "\f",
  "\\\n": "",
  '\\"': '"',
  "\\'": "'",
  "\\`": "`",
  "\\\\": "\\",
  "\\/": "/",
  "\\&": "&",
  "\\<": "<",
  "\\>": ">",
  "\\=": "=",
  "\\$": "$",
};

/** Decodes one match of {@link ESCAPES}. */
export function decodeEscape(match: string): string {
  const named = NAMED[match] ?? NAMED[match.toLowerCase()];
  if (named !== undefined) return named;
  if (match.startsWith("%")) {
    const bytes = match.match(/[\da-f]{2}/gi)?.map((digits) => Number.parseInt(digits, 16)) ?? [];
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(new Uint8Array(bytes));
  }
  const [, digits] = /^(?:&#x|\\[uxU]\{?)([\da-f]+)/i.exec(match) ?? [];
  const [, decimal] = /^&#(\d+)/.exec(match) ?? [];
  const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(digits ?? "", 16);
  if (code <= 0x10ffff) return String.fromCodePoint(code);
  return match;
}

/** Decodes until no escape is left, so that different encodings of a text become equal. */
export function unescapeAll(text: string): string {
  let decoded = text;
  for (let level = 0; level < MOST_LEVELS && /[%&\\]/.test(decoded); level++) {
    const before = decoded;
    decoded = before.replace(ESCAPES, decodeEscape);
    if (decoded === before) break;
  }
  return decoded.replaceAll("+", " ");
}
