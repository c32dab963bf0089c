import type { SpecDiff } from "./compare-spec.ts";
import { enumerate } from "./enumerate.ts";
import { SDK } from "./repository.ts";

/** Returns a sentence or two about whether the changesets are sufficient. */
export function verdict(diff: SpecDiff): string {
  const { changes, needed, given, changesets, isSufficient, isReleased } = diff;
  if (changes.length === 0) return "No change for users.";
  if (needed === undefined) return "Only texts changed. No changeset is needed.";
  const counted = changesets.filter(({ bump }) => bump !== undefined).map(({ id }) => `.changeset/${id}.md`);
  const names = enumerate(counted);
  if (isSufficient) {
    if (counted.length === 0) return `${SDK} has a new ${given} version, which is sufficient.`;
    const why = isReleased ? "" : " Nothing has been released yet, so all changesets count.";
    return `${SDK} needs a ${needed} version, which ${names} ${counted.length > 1 ? "declare" : "declares"}.${why}`;
  }
  if (given === undefined) {
    return `${SDK} needs a ${needed} version, but no changeset declares it. Write one: npm run spec:changeset`;
  }
  const what = counted.length > 0 ? `${names} ${counted.length > 1 ? "declare" : "declares"}` : "the version moved by";
  return `${SDK} needs a ${needed} version, but ${what} only a ${given} one. Write another: npm run spec:changeset`;
}
