import type { Change } from "@keynest/codegen";
import { escapeMarkdown } from "./escape-markdown.ts";
import { byLevel } from "./levels.ts";
import { migrationText } from "./migration-text.ts";

/** Changes as the text of a changeset, with the code before and after where they break it. */
export function changesetText(changes: readonly Change[]): string {
  const [first, ...others] = changes;
  if (first && others.length === 0)
    return [`${escapeMarkdown(first.message)}.`, migrationText(first)].filter(Boolean).join("\n\n");
  const blocks = byLevel(changes).map(({ title, changes: some }) => `**${title}**\n\n${some.map(itemOf).join("\n")}`);
  return [headline(changes), ...blocks].join("\n\n");
}

function itemOf(change: Change): string {
  const code = migrationText(change);
  return `- ${escapeMarkdown(change.message)}.${code === "" ? "" : `\n\n${code.replace(/^(?=.)/gm, "  ")}\n`}`;
}

/** The line that stands for the whole in a changelog. */
function headline(changes: readonly Change[]): string {
  const counts = byLevel(changes).map(({ level, changes: some }) => {
    const noun = { breaking: "breaking change", feature: "new feature", fix: "fix", documentation: "better text" }[
      level
    ];
    const plural = noun === "fix" ? "fixes" : `${noun}s`;
    return `${some.length} ${some.length > 1 ? plural : noun}`;
  });
  return `The API has ${counts.join(", ")}.`;
}

/** Whether a text tells of a change. */
export function isTold(text: string, { message }: Pick<Change, "message">): boolean {
  return squeeze(text).includes(squeeze(`${message}.`));
}

/** Formatters break lines where they like, and escape what could be Markdown. */
function squeeze(text: string): string {
  return text.replace(/\\(?=[^a-zA-Z0-9\s])/g, "").replace(/\s+/g, " ");
}
