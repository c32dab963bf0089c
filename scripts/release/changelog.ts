// The changelog format for Changesets: each change, with links from operations to their documentation.
import { readdirSync, readFileSync } from "node:fs";

const SDK = new URL("../../packages/sdk/", import.meta.url);
const OPERATIONS = new URL("src/generated/operations/", SDK);

const NAME = /`(?<code>[A-Za-z]\w*)(?:\(\))?`|\b(?<word>[a-z]+[A-Z]\w*)\b/;
/** Parts of Markdown that are not prose: fenced blocks, links, and code other than a name. */
const UNTOUCHED = /^ {0,3}```[\s\S]*?^ {0,3}```|\[[^\]]*\]\([^)]*\)|`[^`]*`/;

/**
 * Turns names of operations into links: `listProjects`, and its forms `listProjectsDetailed` and `listProjectsSync`.
 * Names that are also common words, such as `search`, become links only in code.
 *
 * @param text - Markdown of a changeset
 * @param tags - tag of each operation
 */
export function linkOperations(text: string, tags: ReadonlyMap<string, string>): string {
  const pattern = new RegExp(`${NAME.source}|${UNTOUCHED.source}`, "gm");
  return text.replace(pattern, (all: string, code?: string, word?: string) => {
    const name = code ?? word ?? "";
    const operation = tags.has(name) ? name : name.replace(/(Detailed)?(Sync)?$/, "");
    const tag = tags.get(operation);
    if (tag === undefined) return all;
    return `[${code ? all : `\`${all}\``}](${documentation()}${tag}.md#${operation.toLowerCase()})`;
  });
}

/** Returns the tag of each operation of the SDK, from its generated functions. */
export function operationTags(): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync(OPERATIONS)) {
    const code = readFileSync(new URL(file, OPERATIONS), "utf8");
    for (const [, name = ""] of code.matchAll(/^export function (\w+?)(?:Detailed)?\(/gm))
      found.set(name, file.replace(".gen.ts", ""));
  }
  return found;
}

/** URL of the documentation pages. It is absolute, because releases and registries show changelogs, too. */
function documentation(): string {
  const { repository } = JSON.parse(readFileSync(new URL("package.json", SDK), "utf8")) as {
    repository: { url: string; directory: string };
  };
  const home = repository.url.replace(/^git\+/, "").replace(/\.git$/, "");
  return `${home}/blob/main/${repository.directory}/docs/`;
}

interface Change {
  readonly summary: string;
  readonly commit?: string | undefined;
}

/** The functions that Changesets calls. */
const changelog = {
  /** Returns a change as a list item. */
  getReleaseLine({ summary, commit }: Change): string {
    const [first, ...others] = linkOperations(summary.trim(), operationTags()).split("\n");
    const item = [`${commit ? `${commit.slice(0, 7)}: ` : ""}${first}`, ...others].map((line) => line.trimEnd());
    return `- ${item.map((line, at) => (at > 0 && line ? `  ${line}` : line)).join("\n")}`;
  },

  /** Returns no text for updated dependencies, because all packages share one version. */
  getDependencyReleaseLine: (): string => "",
};
export default changelog;
