import { CommandError } from "../command.ts";
import { npm } from "./project.ts";

/** What the registry knows of weaknesses in what a project has installed. */
export interface Audit {
  /** Whether nothing speaks against a release. */
  readonly ok: boolean;
  /** A sentence. */
  readonly text: string;
}

/**
 * Asks the registry of this machine for known weaknesses. Not every registry answers that.
 *
 * @param folder Of a project with its `package-lock.json`.
 */
export async function audit(folder: string): Promise<Audit> {
  try {
    await npm(["audit", "--omit=dev", "--audit-level=high"], folder);
    return { ok: true, text: "npm audit knows of no weakness of high or critical severity in what gets installed." };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    if (error.output.includes("audit endpoint returned an error"))
      return { ok: true, text: "npm audit could not be asked: this registry has no list of weaknesses." };
    return { ok: false, text: `npm audit:\n${error.output.trim()}` };
  }
}
