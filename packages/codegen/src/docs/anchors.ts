/** The anchors that GitHub gives to the headings of a page: each its text in small letters, with a number if taken. */
export class Anchors {
  readonly #counts = new Map<string, number>();

  /** @param heading Plain text of the next heading of the page. @returns Its anchor. */
  take(heading: string): string {
    const wanted = heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, "")
      .replaceAll(" ", "-");
    let anchor = wanted;
    while (this.#counts.has(anchor)) {
      const count = (this.#counts.get(wanted) ?? 0) + 1;
      this.#counts.set(wanted, count);
      anchor = `${wanted}-${count}`;
    }
    this.#counts.set(anchor, 0);
    return anchor;
  }
}
