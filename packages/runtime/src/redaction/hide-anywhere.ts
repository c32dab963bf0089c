import { skipBlanks } from "./blanks.ts";
import { PARTIAL_ESCAPE, unescapeAll } from "./escapes.ts";
import { markSecret, markValues } from "./mark-values.ts";
import { MOST_OF_SHORT, placesOfShort } from "./short-secrets.ts";
import { BLANKS, REDACTED } from "./shown.ts";
import { TextIndex } from "./text-index.ts";
import type { View } from "./view.ts";
import { viewsOf } from "./views-of.ts";

/** Separates views. No view contains it, because it has no glyph. */
const SEPARATOR = "\uffff";

/** Longer secrets are not names of fields, in characters. */
const LONGEST_NAME = 100;

/**
 * Hides secrets of any number, size and content, in any encoding. The time is linear in the size of all secrets and of the
 * text that is shown: it indexes the text in all decodings, and looks the secrets up in the index.
 *
 * @param files - texts of files; everything in them that may be a value is hidden
 * @param names - names of fields, which servers mention: a secret that equals a name is hidden only in the place of a value
 */
export function hideAnywhere(
  text: string,
  secrets: readonly string[],
  atMost: number,
  files: readonly string[] = [],
  names: readonly string[] = [],
): string {
  const most = 2 * atMost + 512;
  const isCut = text.length > most;
  const start = isCut ? text.slice(0, most).replace(PARTIAL_ESCAPE, "") : text;
  const views = viewsOf(start);
  const joined = joinViews(views);
  const cuts = isCut ? endsOf(views, start.length) : [];
  const index = new TextIndex(joined.text, cuts);

  const short = new Set<string>();
  for (const secret of secrets) {
    // The rest of a longer secret cannot occur in the text.
    for (const spelling of spellings(secret.slice(0, 4 * most))) {
      const first = skipBlanks(spelling, 0);
      if (spelling.length > first + LONGEST_NAME) markSecret(index, spelling, first);
      else {
        const piece = spelling.replaceAll("\0", "").replace(BLANKS, " ").trim();
        if (piece.length > MOST_OF_SHORT && !names.includes(piece)) markSecret(index, piece, 0);
        else if (piece) short.add(piece);
      }
    }
  }
  for (const file of files.flatMap(spellings)) markValues(index, file);

  const isHidden = new Uint8Array(start.length);
  const hide = (from: number, to: number) => isHidden.fill(1, joined.from[from], joined.to[to - 1]);
  for (const [end, length] of index.marks().entries()) if (length) hide(end - length, end);
  for (const cut of cuts) if (index.beforeCut) hide(Math.max(0, cut - index.beforeCut), cut);
  for (const { text, from, to } of views) {
    for (const secret of short) {
      for (const place of placesOfShort(text, secret)) {
        isHidden.fill(1, from[place], to[place + secret.length - 1]);
      }
    }
  }
  return withoutHidden(start, isHidden).replace(BLANKS, " ");
}

/** Unchanged and decoded; without NUL, like the text. In single quotes, YAML and SQL double a quote. */
function spellings(secret: string): string[] {
  const plain = secret.replaceAll("\0", "");
  const read = [plain, plain.replaceAll("''", "'")].map((text) => (/[%&\\+]/.test(text) ? unescapeAll(text) : text));
  return [...new Set([plain, ...read])];
}

function joinViews(views: readonly View[]): View {
  return {
    text: views.map(({ text }) => text + SEPARATOR).join(""),
    from: views.flatMap(({ from }) => [...from, 0]),
    to: views.flatMap(({ to }) => [...to, 0]),
  };
}

/** The ends, in the joined views, of those views that reach the end of the text. */
function endsOf(views: readonly View[], length: number): number[] {
  const ends: number[] = [];
  let end = -SEPARATOR.length;
  for (const { text, to } of views) {
    end += text.length + SEPARATOR.length;
    if (to.at(-1) === length) ends.push(end);
  }
  return ends;
}

function withoutHidden(text: string, isHidden: Uint8Array): string {
  let shown = "";
  for (let position = 0; position < text.length; ) {
    const end = isHidden.indexOf(isHidden[position] ? 0 : 1, position);
    const next = end < 0 ? text.length : end;
    shown += isHidden[position] ? REDACTED : text.slice(position, next);
    position = next;
  }
  return shown;
}
