import { decodeBase64, ENCODED_RUNS } from "./base64.ts";
import { decodeEscape, ESCAPES, MOST_LEVELS } from "./escapes.ts";
import { BLANKS } from "./shown.ts";
import { rewrite, type View, viewOf } from "./view.ts";

/** Text that was decoded: of what was no base64, almost nothing. */
const LEGIBLE = /[^\ufffd]{4,}/g;

/** All the ways to read a text: as it is, decoded once and more often, as a form, and what it has in base64. */
export function viewsOf(text: string): View[] {
  const levels = levelsOf(viewOf(text));
  const encoded = distinct([levels[0] as View, levels.at(-1) as View])
    .flatMap(encodedIn)
    .flatMap(levelsOf);
  return distinct([...levels, ...levels.map(asForm), ...encoded].map(fold));
}

/** As white space and what has no glyph are shown. NUL stands between the letters of UTF-16 that was taken for UTF-8. */
function fold(view: View): View {
  return rewrite(
    rewrite(view, /\0+/g, () => ""),
    BLANKS,
    () => " ",
  );
}

function levelsOf(view: View): View[] {
  const levels = [view];
  for (let last = view; levels.length <= MOST_LEVELS && /[%&\\]/.test(last.text); ) {
    last = rewrite(last, ESCAPES, decodeEscape);
    levels.push(last);
  }
  return levels;
}

function asForm(view: View): View {
  return rewrite(view, /\+/g, () => " ");
}

/** What stands in base64, begun at each of four characters: it may be a part of something longer. */
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
