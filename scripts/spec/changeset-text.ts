import type { Change, ChangeLevel } from "@keynest/codegen";
import { enumerate } from "./enumerate.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { byLevel } from "./levels.ts";
import { migrationText } from "./migration-text.ts";

/** Writes the text of a changeset, with code before and after for breaking changes. */
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

/** Returns the first line, which summarizes the changes. */
function headline(changes: readonly Change[]): string {
  const counts = byLevel(changes).map(({ level, changes: some }) => {
    const [singular, plural] = NOUNS[level];
    return `${some.length} ${some.length > 1 ? plural : singular}`;
  });
  return `The API has ${enumerate(counts)}.`;
}

const NOUNS: Readonly<Record<ChangeLevel, readonly [singular: string, plural: string]>> = {
  breaking: ["breaking change", "breaking changes"],
  feature: ["new feature", "new features"],
  fix: ["fix", "fixes"],
  documentation: ["documentation change", "documentation changes"],
};

/** Whether a text describes a change. */
export function describesChange(text: string, { message }: Pick<Change, "message">): boolean {
  return squeeze(text).includes(squeeze(`${message}.`));
}

/** Normalizes a text, because formatters move line breaks and escape characters. */
function squeeze(text: string): string {
  return text.replace(/\\(?=[^a-zA-Z0-9\s])/g, "").replace(/\s+/g, " ");
}
