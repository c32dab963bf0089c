import { CommandError } from "../command.ts";
import { npm } from "./project.ts";

/** Result of an audit for known vulnerabilities. */
export interface Audit {
  /** Whether the release may proceed. */
  readonly ok: boolean;
  /** The result, in one sentence. */
  readonly text: string;
}

/**
 * Audits a project with the registry of this machine. Not every registry supports audits.
 *
 * @param folder - folder of a project with a `package-lock.json`
 */
export async function audit(folder: string): Promise<Audit> {
  try {
    await npm(["audit", "--omit=dev", "--audit-level=high"], folder);
    return {
      ok: true,
      text: "npm audit found no vulnerability of high or critical severity in the installed packages.",
    };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    if (error.output.includes("audit endpoint returned an error"))
      return { ok: true, text: "npm audit was skipped: this registry does not support it." };
    return { ok: false, text: `npm audit:\n${error.output.trim()}` };
  }
}
