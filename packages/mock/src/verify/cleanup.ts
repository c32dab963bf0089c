/** Something that a run left on the server, and why. */
export interface Leftover {
  /** Such as `organization keynest-verify-1f3a`. */
  readonly what: string;
  /** The path under which it can be deleted by hand; undefined when it is not known. */
  readonly path?: string;
  readonly reason: string;
  /** Whether it was asked for, and no fault of anyone. */
  readonly expected?: boolean;
}

/** Something that a run makes, and how to take it away. */
export interface Mess {
  readonly what: string;
  /** Takes it away, whether or not it was made. @returns what is left all the same */
  remove(): Promise<Leftover | undefined>;
}

/** What is to be taken away at the end of a run, whatever happens in between. */
export class Cleanup {
  readonly #messes: Mess[] = [];
  readonly #leftovers: Leftover[] = [];

  /** Notes something before it is made, so that nothing can be made and not noted. */
  add(mess: Mess): void {
    this.#messes.push(mess);
  }

  /** Notes something that nothing can take away. */
  keep(leftover: Leftover): void {
    this.#leftovers.push(leftover);
  }

  /** What has not been taken away yet. */
  get pending(): readonly string[] {
    return this.#messes.map(({ what }) => what);
  }

  /** What is left all the same. */
  get leftovers(): readonly Leftover[] {
    return this.#leftovers;
  }

  /** Takes everything away, the latest first. */
  async run(): Promise<void> {
    for (let mess = this.#messes.at(-1); mess; mess = this.#messes.at(-1)) {
      const { what } = mess;
      const leftover = await mess.remove().catch((error: unknown) => ({ what, reason: reasonOf(error) }));
      if (leftover) this.#leftovers.push(leftover);
      this.#messes.pop();
    }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `the server ${error.message}` : "the server could not be asked";
}
