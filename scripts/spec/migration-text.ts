import type { Change } from "@keynest/codegen";

/** Returns code before and after, as Markdown; empty if no code changes. */
export function migrationText({ migration }: Change): string {
  if (!migration) return "";
  const code = `// Before\n${migration.before}\n\n// After\n${migration.after}`;
  // A fence that the example does not contain.
  const longest = Math.max(2, ...Array.from(code.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}ts\n${code}\n${fence}`;
}
