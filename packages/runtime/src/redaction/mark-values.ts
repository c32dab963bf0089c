import { blankAt, skipBlanks } from "./blanks.ts";
import type { TextIndex } from "./text-index.ts";

/** Shorter values of a file occur in too many other texts, in characters. */
const LEAST_OF_VALUE = 4;

/** A word is a value by itself if it has this length, and not only letters. */
const LEAST_OF_WORD = 8;

/** Servers shorten quotes, so the start of a secret is hidden as well, from this many characters. */
export const LEAST_OF_START = 16;

/** Values that are not secrets in any file. */
const ORDINARY = /^(true|false|null|none|undefined)$/i;

/** The rest of a key, and its separator. An `=` at the end of base64 is not one. */
const REST_OF_KEY = /[\w.-]*["'`]?[ \t]*(:|=(?![=\s,;]|$))/y;

const LINE_END = 1;
const BEFORE_VALUE = 2;
const BEFORE_ITEM = 3;
const SPACE = 4;
const QUOTE = 5;
/** Characters of YAML that precede a value, with white space between. */
const INDICATOR = 6;

/** Whether a value may follow a character, by its code: a table, because files are long. */
const KINDS = kindsOf({
  "\n\r": LINE_END,
  "=:": BEFORE_VALUE,
  ",;[{>\t": BEFORE_ITEM,
  " ": SPACE,
  "\"'`": QUOTE,
  "-&!?*|": INDICATOR,
});

function kindsOf(characters: Readonly<Record<string, number>>): Uint8Array {
  const kinds = new Uint8Array(128);
  for (const [all, kind] of Object.entries(characters)) for (const one of all) kinds[one.charCodeAt(0)] = kind;
  return kinds;
}

/** Characters that may follow a value. */
const CLOSING = new Set("\"'`,;}])<\t\n\r");

/** What may begin at a position: a `value`, after `=` or `:`; or an `item`, which may be a value, a key or a line. */
type Start = "value" | "item" | "word" | undefined;

/**
 * Marks the values of a file in an index, without knowing its format (`.env`, JSON, YAML, TOML, XML, …). Every piece counts
 * that begins and ends where a value may, and is not a key. It reads the file once.
 */
export function markValues(index: TextIndex, file: string): void {
  let start = "item" as Start;
  let isIndicated = false;
  for (let position = 0; position < file.length; position++) {
    const code = file.charCodeAt(position);
    const kind = KINDS[code];
    if (kind === LINE_END || kind === BEFORE_ITEM) start = "item";
    else if (kind === BEFORE_VALUE) start = "value";
    else if (kind === SPACE) start = isIndicated ? "item" : (start ?? "word");
    else if (start) {
      if (index.has(code)) markFrom(index, file, position, start);
      isIndicated = kind === INDICATOR && start !== "word";
      if (kind !== QUOTE) start = undefined;
      else if (start === "word") start = "item";
      continue;
    }
    if (kind) isIndicated = false;
  }
}

/** Marks the pieces that end where a value may, or that are a long enough start of a value. */
function markFrom(index: TextIndex, file: string, position: number, start: Start): void {
  const begun = index.walk(file, position, (match) => {
    if (match.length < LEAST_OF_VALUE || !endsAt(file, match.end, start)) return;
    if (isTelling(file.slice(position, match.end), start)) index.mark(match);
  });
  if (!begun || begun.length < LEAST_OF_START || start === "word") return;
  if (start === "value" || !isKeyBefore(file, begun.end)) index.mark(begun);
}

function isTelling(value: string, start: Start): boolean {
  if (start === "word") return value.length >= LEAST_OF_WORD && /^(?!\p{L}*$)\S+$/u.test(value);
  return !ORDINARY.test(value);
}

/** Whether a value may end here: at a delimiter, the end of a line, or a comment. */
function endsAt(file: string, position: number, start: Start): boolean {
  if (start === "word" && blankAt(file, position)) return true;
  let end = position;
  while (file[end] === " ") end++;
  const character = file.charAt(end);
  if (!character) return true;
  if (end > position && (character === "#" || file.startsWith("//", end))) return true;
  return CLOSING.has(character) && !(KINDS[file.charCodeAt(end)] === QUOTE && isKeyBefore(file, end));
}

function isKeyBefore(file: string, position: number): boolean {
  REST_OF_KEY.lastIndex = position;
  return REST_OF_KEY.test(file);
}

/** Marks a secret, or a long enough start of it. */
export function markSecret(index: TextIndex, secret: string, start: number): void {
  const match = index.walk(secret, start);
  if (!match) return;
  const isWhole = skipBlanks(secret, match.end) >= secret.length;
  // The key of an assignment alone is not enough.
  if (isWhole || match.length >= LEAST_OF_START + secret.slice(0, 2 * match.length).search(/[=:]/) + 1)
    index.mark(match);
}
