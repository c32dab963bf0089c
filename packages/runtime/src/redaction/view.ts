/** A decoded text, and the place of each of its characters in the original. */
export interface View {
  readonly text: string;
  /** Where the original of each character begins. */
  readonly from: readonly number[];
  /** Where the original of each character ends. */
  readonly to: readonly number[];
}

/** The view of a text without decoding. */
export function viewOf(text: string): View {
  const from = Array.from({ length: text.length }, (_, position) => position);
  return { text, from, to: from.map((position) => position + 1) };
}

/** Replaces each match. Every character of a replacement has the place of the whole match. */
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
