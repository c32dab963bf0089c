import type { SpecDiff } from "./compare-spec.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { byLevel } from "./levels.ts";
import { migrationText } from "./migration-text.ts";
import { verdict } from "./verdict.ts";

/** Prints the changes as Markdown for a pull request, with documentation changes collapsed. */
export function printMarkdown(diff: SpecDiff): string {
  const blocks = [`## Changes for users of the SDK\n\nCompared with \`${diff.base}\`. ${verdict(diff)}`];
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
