import type { SpecDiff } from "./compare-spec.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { byLevel } from "./levels.ts";
import { migrationText } from "./migration-text.ts";
import { verdict } from "./verdict.ts";

/** The changes for a pull request; texts are folded away. */
export function printMarkdown(diff: SpecDiff): string {
  const blocks = [`## What this means to users of the SDK\n\nCompared with \`${diff.base}\`. ${verdict(diff)}`];
  for (const { level, title, changes } of byLevel(diff.changes)) {
    const list = changes
      .map((change) => `- ${escapeMarkdown(change.message)}${indented(migrationText(change))}`)
      .join("\n")
      .trimEnd();
    const isFolded = level === "documentation";
    const heading = `${title} (${changes.length})`;
    blocks.push(
      isFolded ? `<details><summary>${heading}</summary>\n\n${list}\n\n</details>` : `### ${heading}\n\n${list}`,
    );
  }
  return `${blocks.join("\n\n")}\n`;
}

function indented(text: string): string {
  return text === "" ? "" : `\n\n${text.replace(/^(?=.)/gm, "  ")}\n`;
}
