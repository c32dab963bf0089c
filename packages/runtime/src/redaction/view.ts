/** A text as it reads after decoding, and where each of its characters stands in the original. */
export interface View {
  readonly text: string;
  /** Of each character, where the original of it begins. */
  readonly from: readonly number[];
  /** Of each character, where the original of it ends. */
  readonly to: readonly number[];
}

/** The original. */
export function viewOf(text: string): View {
  const from = Array.from({ length: text.length }, (_, position) => position);
  return { text, from, to: from.map((position) => position + 1) };
}

/** Replaces each match. All characters of a replacement stand where the whole match stands. */
export function rewrite(view: View, pattern: RegExp, replace: (match: string) => string): View {
  const made = { text: "", from: [] as number[], to: [] as number[] };
  let done = 0;
  const copyUntil = (end: number) => {
    made.text += view.text.slice(done, end);
    for (; done < end; done++) {
      made.from.push(view.from[done] as number);
      made.to.push(view.to[done] as number);
    }
  };
  for (const match of view.text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    const text = replace(match[0]);
    copyUntil(match.index);
    made.text += text;
    for (let left = text.length; left > 0; left--) {
      made.from.push(view.from[match.index] as number);
      made.to.push(view.to[end - 1] as number);
    }
    done = end;
  }
  copyUntil(view.text.length);
  return made;
}
