import { copyFileSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../command.ts";
import { ROOT } from "../turbo.ts";
import { linkDependencies } from "./link-dependencies.ts";

/** Generated folders, and folders that belong to this machine. */
const LEFT_OUT = new Set([".cache", ".git", ".results", ".tmp", ".turbo", "coverage", "dist", "node_modules"]);

/**
 * Copies the repository, including uncommitted changes and installed dependencies, into a new Git repository. Does not
 * change the work tree.
 *
 * @param folder - target folder; need not exist
 */
export async function copyRepository(folder: string): Promise<void> {
  copyFolder(ROOT, folder);
  const env = gitIdentity(folder);
  // Changesets asks Git for the commit of each changeset.
  for (const args of [
    ["init", "--quiet", "--initial-branch=main"],
    ["add", "--all"],
    ["commit", "-qm", "State"],
  ])
    await runCommand("git", args, { cwd: folder, env });
  linkDependencies(folder);
}

/** Copies the files of a folder. Links stay links. */
export function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (LEFT_OUT.has(entry.name)) continue;
    if (entry.isDirectory()) copyFolder(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (entry.isFile()) copyIfThere(source, target);
  }
}

/** Whether a file disappeared, because concurrent tests create and remove files. */
function copyIfThere(source: string, target: string): void {
  try {
    copyFileSync(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

/** Runs git without the settings of this machine, such as hooks and signatures. */
export function gitIdentity(folder: string): Record<string, string | undefined> {
  const who = { name: "Dry run", email: "dry-run@localhost" };
  return {
    ...{ GIT_AUTHOR_NAME: who.name, GIT_AUTHOR_EMAIL: who.email },
    ...{ GIT_COMMITTER_NAME: who.name, GIT_COMMITTER_EMAIL: who.email },
    ...{ GIT_CONFIG_GLOBAL: join(folder, ".no-such-file"), GIT_CONFIG_NOSYSTEM: "1" },
    // A Git hook sets these variables, which would point to the work tree.
    ...{ GIT_DIR: undefined, GIT_INDEX_FILE: undefined, GIT_WORK_TREE: undefined },
  };
}
