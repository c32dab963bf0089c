import { decodeBase64, ENCODED_RUNS } from "./base64.ts";
import { decodeEscape, ESCAPES, KINDS_OF_ESCAPES, MOST_LEVELS } from "./escapes.ts";
import { BLANKS } from "./shown.ts";
import { rewrite, type View, viewOf } from "./view.ts";

/** Runs of text after decoding. Text that was not base64 has almost none. */
const LEGIBLE = /[^\ufffd]{4,}/g;

/** All readings of a text: unchanged, decoded once or more, as a form, and its base64 parts. */
export function viewsOf(text: string): View[] {
  const levels = levelsOf(viewOf(text));
  const encoded = distinct([levels[0] as View, levels.at(-1) as View])
    .flatMap(encodedIn)
    .flatMap(levelsOf);
  return distinct([...levels, ...levels.map(asForm), ...encoded].map(fold));
}

/** Replaces runs of blanks by one space, and removes NUL, which is between the letters of UTF-16 read as UTF-8. */
function fold(view: View): View {
  return rewrite(
    rewrite(view, /\0+/g, () => ""),
    BLANKS,
    () => " ",
  );
}

/** As it is; with one kind of escapes decoded, once and more often; and with all, the last without any. */
function levelsOf(view: View): View[] {
  const decoded = [...KINDS_OF_ESCAPES, ESCAPES].map((kind) => decodedLevels(view, kind));
  return [view, ...decoded.flat()];
}

function decodedLevels(view: View, escapes: RegExp): View[] {
  const levels: View[] = [];
  for (let last = view; levels.length < MOST_LEVELS && /[%&\\]/.test(last.text); ) {
    const next = rewrite(last, escapes, decodeEscape);
    if (next.text === last.text) break;
    levels.push(next);
    last = next;
  }
  return levels;
}

function asForm(view: View): View {
  return rewrite(view, /\+/g, () => " ");
}

/** The texts in base64, decoded from each of four offsets, because a run may be a part of a longer one. */
function encodedIn(view: View): View[] {
  return [...view.text.matchAll(ENCODED_RUNS)].flatMap((run) => {
    const from = view.from[run.index] as number;
    const to = view.to[run.index + run[0].length - 1] as number;
    const texts = [0, 1, 2, 3].flatMap((start) => decodeBase64(run[0], start).match(LEGIBLE) ?? []);
    return texts.map((text) => ({ text, from: Array(text.length).fill(from), to: Array(text.length).fill(to) }));
  });
}

function distinct(views: readonly View[]): View[] {
  const byText = new Map(views.map((view) => [view.text, view]));
  return [...byText.values()];
}
