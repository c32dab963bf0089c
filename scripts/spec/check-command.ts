// `pnpm check:changeset`, a part of `npm test`: fails if a change to spec/ has no changeset, or one with too small a bump.
import { printLine } from "../terminal.ts";
import { ROOT } from "../turbo.ts";
import { compareSpec } from "./compare-spec.ts";
import { knownBases } from "./default-base.ts";
import { report } from "./report.ts";
import { openRepository, SPEC } from "./repository.ts";
import { verdict } from "./verdict.ts";

/**
 * Compares the description with the last release, for which all changesets count, and with the start of this branch, for
 * which only its own changesets count. Reverting an unreleased change needs no changeset.
 *
 * @param folder - the repository
 * @returns the exit code: 0 sufficient, or nothing to compare with; 1 a changeset is missing or too small
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
      printLine(
        `There is nothing to compare spec/ with: this clone has no release tag, and no merge base with ${repository.baseBranch}.`,
      );
      return 0;
    }
    for (const diff of diffs) printLine(`Since ${diff.base}: ${verdict(diff)}`);
    return diffs.every(({ isSufficient }) => isSufficient) ? 0 : 1;
  });
}

if (import.meta.main) process.exitCode = await checkCommand(ROOT);
