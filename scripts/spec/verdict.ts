import type { SpecDiff } from "./compare-spec.ts";
import { enumerate } from "./enumerate.ts";
import { SDK } from "./repository.ts";

/** Says whether the changesets are sufficient, in a sentence or two. */
export function verdict(diff: SpecDiff): string {
  const { changes, needed, given, changesets, isSufficient, isReleased } = diff;
  if (changes.length === 0) return "Nothing changes for users.";
  if (needed === undefined) return "Only texts changed: no changeset is needed.";
  const counted = changesets.filter(({ bump }) => bump !== undefined).map(({ id }) => `.changeset/${id}.md`);
  const names = enumerate(counted);
  if (isSufficient) {
    if (counted.length === 0) return `${SDK} has moved by a ${given} version, which is enough.`;
    const why = isReleased ? "" : " Nothing has been released yet, so that all changesets count.";
    return `A ${needed} version of ${SDK} is needed, and ${names} ${counted.length > 1 ? "give" : "gives"} it.${why}`;
  }
  if (given === undefined) {
    return `A ${needed} version of ${SDK} is needed, and no changeset gives it. Write one: npm run spec:changeset`;
  }
  const what = counted.length > 0 ? `${names} ${counted.length > 1 ? "give" : "gives"}` : "the version has moved by";
  return `A ${needed} version of ${SDK} is needed, but ${what} only a ${given} one. Write another: npm run spec:changeset`;
}
