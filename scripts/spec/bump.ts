import type { ChangeLevel } from "@keynest/codegen";

/** Size of a version change. */
export type Bump = "major" | "minor" | "patch";

const RANKS: readonly Bump[] = ["patch", "minor", "major"];

/** The largerBump of two. */
export function largerBump(one: Bump | undefined, other: Bump | undefined): Bump | undefined {
  return isEnough(one, other) ? one : other;
}

/** Whether a bump is at least as large as another. */
export function isEnough(bump: Bump | undefined, needed: Bump | undefined): boolean {
  return rankOf(bump) >= rankOf(needed);
}

function rankOf(bump: Bump | undefined): number {
  return bump === undefined ? -1 : RANKS.indexOf(bump);
}

/**
 * Returns the bump for a change. While the version is 0.x, a breaking change is a minor version, because `^0.1.0` excludes
 * 0.2.0, and people decide about 1.0.0. Documentation needs no bump; it is part of the next release.
 */
export function bumpFor(level: ChangeLevel, version: string): Bump | undefined {
  if (level === "documentation") return undefined;
  if (level === "breaking") return version.startsWith("0.") ? "minor" : "major";
  return level === "feature" ? "minor" : "patch";
}

/** Returns the bump from one version to a later one, or undefined. */
export function bumpBetween(before: string, after: string): Bump | undefined {
  const [old, now] = [numbersOf(before), numbersOf(after)];
  const position = now.findIndex((number, index) => number !== old[index]);
  if (position < 0 || (now[position] ?? 0) < (old[position] ?? 0)) return undefined;
  return (["major", "minor", "patch"] as const)[position];
}

function numbersOf(version: string): number[] {
  const [numbers = ""] = version.split("-");
  return numbers.split(".").map(Number);
}
