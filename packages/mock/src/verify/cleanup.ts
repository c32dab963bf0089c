/** Something that a run left on the server, and why. */
export interface Leftover {
  /** Such as `organization keynest-verify-1f3a`. */
  readonly what: string;
  /** The path under which it can be deleted by hand; undefined when it is not known. */
  readonly path?: string;
  readonly reason: string;
  /** Whether the options of the run asked for it. */
  readonly expected?: boolean;
}

/** Deletes something that a run creates. */
export interface CleanupTask {
  readonly what: string;
  /** Deletes it, whether or not it was created. @returns what could not be deleted */
  remove(): Promise<Leftover | undefined>;
}

/** Deletes at the end of a run what the run has created, whatever happens in between. */
export class Cleanup {
  readonly #tasks: CleanupTask[] = [];
  readonly #leftovers: Leftover[] = [];

  /** Adds something before it is created, so that nothing is created without. */
  add(task: CleanupTask): void {
    this.#tasks.push(task);
  }

  /** Notes something that cannot be deleted. */
  keep(leftover: Leftover): void {
    this.#leftovers.push(leftover);
  }

  /** What has not been deleted yet. */
  get pending(): readonly string[] {
    return this.#tasks.map(({ what }) => what);
  }

  /** What could not be deleted. */
  get leftovers(): readonly Leftover[] {
    return this.#leftovers;
  }

  /** Deletes everything, the latest first. */
  async run(): Promise<void> {
    for (let task = this.#tasks.at(-1); task; task = this.#tasks.at(-1)) {
      const { what } = task;
      const leftover = await task.remove().catch((error: unknown) => ({ what, reason: reasonOf(error) }));
      if (leftover) this.#leftovers.push(leftover);
      this.#tasks.pop();
    }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `the server ${error.message}` : "the server could not be asked";
}
