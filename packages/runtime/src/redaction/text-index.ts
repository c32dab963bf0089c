import { blankAt } from "./blanks.ts";

/** A piece of the indexed text that equals the start of another text. */
export interface Match {
  readonly state: number;
  /** In characters of the indexed text. */
  readonly length: number;
  /** Where the match ends in the other text. */
  readonly end: number;
}

/**
 * The most steps of all searches. Only repetitive texts and secrets need more steps than a few times their size.
 */
const MOST_STEPS = 10_000_000;

/**
 * An index of every piece of a text, so that the time of a search depends on the length of the secrets alone: a suffix
 * automaton (Blumer et al., "The smallest automaton recognizing the subwords of a text", 1985).
 *
 * A state stands for pieces that end at the same positions. Its link leads to the longest suffix that ends at more.
 */
export class TextIndex {
  /** The first transition of each state: its character and its target. Further transitions are in `#more`. */
  readonly #character: number[] = [];
  readonly #next: number[] = [];
  readonly #more: (Map<number, number> | undefined)[] = [];
  readonly #link: number[] = [];
  /** The length of the longest piece of each state. */
  readonly #length: number[] = [];
  /** The state of the text up to each position. */
  readonly #stateAt: number[] = [];
  /** The length of the longest marked piece of each state. */
  readonly #marked: number[] = [];
  /** States of pieces that end where the text was cut off. */
  readonly #cut = new Set<number>();
  #beforeCut = 0;
  #steps = 0;

  /** @param cuts - positions where the text was cut off: a secret may continue after them */
  constructor(text: string, cuts: readonly number[]) {
    this.#stateAt.push(this.#addState(0, -1));
    for (let position = 0; position < text.length; position++) this.#append(text.charCodeAt(position));
    for (const cut of cuts) {
      for (let state = this.#stateAt[cut] as number; state > 0; state = this.#link[state] as number)
        this.#cut.add(state);
    }
  }

  /** How many characters before a cut may be the start of a secret. */
  get beforeCut(): number {
    return this.#beforeCut;
  }

  /** Whether a character is in the text. */
  has(code: number): boolean {
    return this.#follow(0, code) > 0;
  }

  /**
   * Finds the longest piece that equals the start of a text; a run of blanks counts as one space.
   *
   * @param start - position in the text; not that of a blank
   * @param onMatch - called with each piece, in order of length, that does not end in a blank
   * @throws {Error} if the search would take seconds
   */
  walk(text: string, start: number, onMatch?: (match: Match) => void): Match | undefined {
    let state = 0;
    let length = 0;
    let match: Match | undefined;
    let position = start;
    while (position < text.length) {
      const blank = blankAt(text, position);
      state = this.#follow(state, blank ? 32 : text.charCodeAt(position));
      if (!state) break;
      length++;
      if (this.#cut.has(state)) this.#beforeCut = Math.max(this.#beforeCut, length);
      position += blank || 1;
      if (blank) {
        for (let more = blank; more; position += more) more = blankAt(text, position);
      } else {
        match = { state, length, end: position };
        onMatch?.(match);
      }
    }
    this.#steps += position - start;
    if (this.#steps > MOST_STEPS) throw new Error("the text is too repetitive to search");
    return match;
  }

  /** Marks a piece wherever it stands. */
  mark({ state, length }: Match): void {
    this.#marked[state] = Math.max(this.#marked[state] ?? 0, length);
  }

  /** @returns for each position, how many characters before it belong to the longest marked piece that ends there */
  marks(): number[] {
    const byLength = [...this.#length.keys()].sort((one, other) => this.#lengthOf(one) - this.#lengthOf(other));
    const longest: number[] = [];
    for (const state of byLength) {
      longest[state] = Math.max(this.#marked[state] ?? 0, longest[this.#link[state] as number] ?? 0);
    }
    return this.#stateAt.map((state) => longest[state] as number);
  }

  #append(character: number): void {
    const last = this.#stateAt.at(-1) as number;
    const state = this.#addState(this.#lengthOf(last) + 1, 0);
    this.#stateAt.push(state);
    let from = last;
    for (; from >= 0 && !this.#follow(from, character); from = this.#link[from] as number) {
      this.#lead(from, character, state);
    }
    if (from < 0) return;
    const target = this.#follow(from, character);
    const length = this.#lengthOf(from) + 1;
    if (this.#lengthOf(target) === length) {
      this.#link[state] = target;
      return;
    }
    // The shorter pieces of the target end here as well, and the longer ones do not.
    const shorter = this.#addState(length, this.#link[target] as number);
    this.#character[shorter] = this.#character[target] as number;
    this.#next[shorter] = this.#next[target] as number;
    this.#more[shorter] = this.#more[target] && new Map(this.#more[target]);
    for (; from >= 0 && this.#follow(from, character) === target; from = this.#link[from] as number) {
      this.#lead(from, character, shorter);
    }
    this.#link[target] = shorter;
    this.#link[state] = shorter;
  }

  #addState(length: number, link: number): number {
    this.#character.push(-1);
    this.#next.push(0);
    this.#more.push(undefined);
    this.#link.push(link);
    return this.#length.push(length) - 1;
  }

  /** @returns the next state; 0 if the text has no such piece */
  #follow(state: number, character: number): number {
    return this.#character[state] === character
      ? (this.#next[state] as number)
      : (this.#more[state]?.get(character) ?? 0);
  }

  #lead(state: number, character: number, next: number): void {
    const only = this.#character[state];
    if (only === -1 || only === character) {
      this.#character[state] = character;
      this.#next[state] = next;
    } else {
      this.#more[state] ??= new Map();
      this.#more[state].set(character, next);
    }
  }

  #lengthOf(state: number): number {
    return this.#length[state] as number;
  }
}
