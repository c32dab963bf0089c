import type { Change, ChangeLevel } from "@keynest/codegen";

/** The levels, most severe first, and their titles. */
export const LEVELS: readonly { readonly level: ChangeLevel; readonly title: string }[] = [
  { level: "breaking", title: "Breaking" },
  { level: "feature", title: "New" },
  { level: "fix", title: "Fixed" },
  { level: "documentation", title: "Documentation" },
];

/** Changes by level, without levels that have none. */
export function byLevel(
  changes: readonly Change[],
): { readonly title: string; readonly level: ChangeLevel; readonly changes: Change[] }[] {
  return LEVELS.map(({ level, title }) => ({
    level,
    title,
    changes: changes.filter((one) => one.level === level),
  })).filter(({ changes: some }) => some.length > 0);
}
