import type { Project } from "../release/project.ts";

/** One thing to try with the installed packages. */
export interface Cell {
  /** Title of the table that it is in. */
  readonly group: string;
  readonly row: string;
  readonly column: string;
  /** Whether `npm test` tries it, too. */
  readonly quick?: boolean;
  /** Why it cannot work. One that works all the same is a failure: then this is no longer true. */
  readonly explained?: string;
  /**
   * Tries it.
   *
   * @returns What to show beside the time, if anything.
   * @throws Unavailable where a tool cannot be had; any other error if it does not work.
   */
  run(lab: Lab): Promise<string | undefined>;
}

/** What cells work with. */
export interface Lab {
  /** The installed mock server. */
  readonly mockUrl: string;
  /** Makes an empty project, whose packages come from the local registry. */
  project(name: string): Project;
}

/** A tool cannot be had on this machine, so that nothing is known. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
}
