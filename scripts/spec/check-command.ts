// `pnpm check:changeset`, a part of `npm test`: fails where a change of spec/ has no changeset, or too small a one.
import { say } from "../terminal.ts";
import { ROOT } from "../turbo.ts";
import { compareSpec } from "./compare-spec.ts";
import { knownBases } from "./default-base.ts";
import { report } from "./report.ts";
import { openRepository, SPEC } from "./repository.ts";
import { verdict } from "./verdict.ts";

/**
 * Compares with the last release, for which all changesets together must be enough, and with where this branch began,
 * for which its own must be; what it takes back before it was released needs none.
 *
 * @param folder The repository.
 * @returns The exit code: 0 all is told, or there is nothing to compare with; 1 a changeset is missing or too small.
 */
export function checkCommand(folder: string): Promise<number> {
  return report(async () => {
    const repository = await openRepository(folder);
    const { release, mergeBase, last, isShallow } = await knownBases(repository);
    const began = mergeBase ?? (isShallow ? undefined : last);
    const released = release === undefined ? undefined : await compareSpec(repository, release);
    const own = began === undefined ? undefined : await compareSpec(repository, began, SPEC, released);
    const diffs = [released, own].filter((one) => one !== undefined);
    if (diffs.length === 0) {
      say(
        `There is nothing to compare spec/ with: this clone has no release tag, and not where it left ${repository.baseBranch}.`,
      );
      return 0;
    }
    for (const diff of diffs) say(`Since ${diff.base}: ${verdict(diff)}`);
    return diffs.every(({ isSufficient }) => isSufficient) ? 0 : 1;
  });
}

if (import.meta.main) process.exitCode = await checkCommand(ROOT);
