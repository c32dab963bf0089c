import type { Project } from "../release/project.ts";

/** A test of the installed packages with one tool. */
export interface Cell {
  /** Title of its table. */
  readonly group: string;
  readonly row: string;
  readonly column: string;
  /** Whether `npm test` runs it, too. */
  readonly quick?: boolean;
  /** Why the cell cannot work. A cell that works anyway fails, because its explanation is outdated. */
  readonly explained?: string;
  /**
   * Runs the test.
   *
   * @returns a note to show with the time, if any
   * @throws {UnavailableError} if a tool is not available
   * @throws {Error} if the test fails
   */
  run(lab: Lab): Promise<string | undefined>;
}

/** The environment of cells. */
export interface Lab {
  /** The installed mock server. */
  readonly mockUrl: string;
  /** Creates an empty project that installs from the local registry. */
  project(name: string): Project;
}

/** A tool is not available on this machine, so the cell could not run. */
export class UnavailableError extends Error {
  override readonly name = "UnavailableError";
}
