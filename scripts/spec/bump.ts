import type { ChangeLevel } from "@keynest/codegen";

/** How far a version moves. */
export type Bump = "major" | "minor" | "patch";

const RANKS: readonly Bump[] = ["patch", "minor", "major"];

/** The farther of two. */
export function farther(one: Bump | undefined, other: Bump | undefined): Bump | undefined {
  return isEnough(one, other) ? one : other;
}

/** Whether a bump reaches as far as another. */
export function isEnough(bump: Bump | undefined, needed: Bump | undefined): boolean {
  return rankOf(bump) >= rankOf(needed);
}

function rankOf(bump: Bump | undefined): number {
  return bump === undefined ? -1 : RANKS.indexOf(bump);
}

/**
 * What a change asks for. While the version is 0.x, what breaks is a minor version, as `^0.1.0` takes no 0.2.0: the
 * first major version is a decision of people. Texts ask for nothing: they go out with the next release.
 */
export function bumpFor(level: ChangeLevel, version: string): Bump | undefined {
  if (level === "documentation") return undefined;
  if (level === "breaking") return version.startsWith("0.") ? "minor" : "major";
  return level === "feature" ? "minor" : "patch";
}

/** How far one version is from another. @returns Nothing where it is not later. */
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
