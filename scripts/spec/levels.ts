import type { Change, ChangeLevel } from "@keynest/codegen";

/** The levels, the gravest first, and how people call them. */
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

/** The types that go by other names, in a sentence; empty if there are none. */
export function renamedText(types: readonly { readonly from: string; readonly to?: string }[]): string {
  if (types.length === 0) return "";
  const texts = types.map(({ from, to }) =>
    to === undefined ? `\`${from}\` is gone` : `\`${from}\` is now \`${to}\``,
  );
  return `Names of types: ${texts.join(", ")}.`;
}
