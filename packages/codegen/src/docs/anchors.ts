/** Anchors of a page's headings, as GitHub assigns them: the heading in lower case, with a number if it is taken. */
export class Anchors {
  readonly #counts = new Map<string, number>();

  /**
   * Returns the anchor of the next heading of the page.
   *
   * @param heading - plain text
   */
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
