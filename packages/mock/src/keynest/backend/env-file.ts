/** A file of variables cannot be read. The message is a sentence that says where and why. */
export class EnvFileError extends Error {
  override readonly name = "EnvFileError";
}

/** Text that means the same with and without quotes, in every parser and shell. */
const PLAIN = /^[\w./:@%+,=?^-]*$/;

/** The end of a line, with an optional comment. */
const REST_OF_LINE = /[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n|$)/y;

const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", '"': '"', "'": "'", "`": "`", $: "$", "\\": "\\" };

/**
 * Writes one variable as a line, `KEY=value`. Single quotes need no escapes, so that all parsers agree; values that
 * cannot be in single quotes are escaped in double quotes.
 */
export function formatEnvLine(key: string, value: string): string {
  if (PLAIN.test(value)) return `${key}=${value}`;
  if (!/['\\\r\n]/.test(value)) return `${key}='${value}'`;
  const escaped = value
    .replace(/["\\$`]/g, "\\$&")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r");
  return `${key}="${escaped}"`;
}

/**
 * Reads the text of a `.env` file: `KEY=value` lines, also with `export` in front, and comments.
 *
 * - Without quotes, a value ends at the end of the line or at a `#` after a space, and has no spaces around it.
 * - In `'` or `` ` `` there are no escapes, and there may be line ends.
 * - In `"`, `\n`, `\r` and `\t` are control characters, a `\` before a quote, `$` or `\` is removed, and there are no
 *   other escapes.
 *
 * @returns the variables; of a repeated key, the last one
 * @throws {EnvFileError} if a line is invalid
 */
export function parseEnvFile(text: string): Map<string, string> {
  const variables = new Map<string, string>();
  const scanner = new Scanner(text.replace(/^\uFEFF/, ""));
  while (!scanner.isAtEnd()) {
    if (scanner.take(REST_OF_LINE)) continue;
    const key = scanner.take(/[ \t]*(?:export[ \t]+)?([^\s=#'"`]+)[ \t]*=[ \t]*/y)?.[1];
    if (key === undefined) throw scanner.error("is not KEY=value");
    variables.set(key, takeValue(scanner));
  }
  return variables;
}

function takeValue(scanner: Scanner): string {
  const double = scanner.take(/"([^"\\]*(?:\\.[^"\\]*)*)"/sy)?.[1];
  const quoted = double?.replace(/\\(.)/gs, (all, char) => ESCAPES[char] ?? all) ?? takeLiteral(scanner);
  if (quoted === undefined) {
    const [line = ""] = scanner.take(/[^\r\n]*/y) ?? [];
    return line.replace(/(^|[ \t])#.*/s, "").trim();
  }
  if (!scanner.take(REST_OF_LINE)) throw scanner.error("goes on after the closing quote");
  return quoted;
}

function takeLiteral(scanner: Scanner): string | undefined {
  const literal = scanner.take(/'([^']*)'|`([^`]*)`/y);
  if (!literal && scanner.take(/(?=["'`])/y)) throw scanner.error("has a quote that is never closed");
  return literal?.[1] ?? literal?.[2];
}

/** A position in a text. */
class Scanner {
  readonly #text: string;
  #index = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    return this.#index >= this.#text.length;
  }

  /** Moves past the match of a sticky pattern. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#index;
    const match = pattern.exec(this.#text);
    if (match) this.#index = pattern.lastIndex;
    return match;
  }

  error(what: string): EnvFileError {
    const line = this.#text.slice(0, this.#index).split(/\r\n|\r|\n/).length;
    return new EnvFileError(`Line ${line} ${what}.`);
  }
}
