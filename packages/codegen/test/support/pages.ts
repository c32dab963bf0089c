import GithubSlugger from "github-slugger";
import type { Code, Nodes, Root } from "mdast";
import { toString as plain } from "mdast-util-to-string";
import { nodesOf, parseMarkdown } from "./markdown.ts";

/** A page of documentation, read as GitHub reads it. */
export interface Page {
  readonly root: Root;
  readonly nodes: readonly Nodes[];
  /** What a link can lead to, after `#`. */
  readonly anchors: ReadonlySet<string>;
  readonly examples: readonly Code[];
}

/** Reads the pages among the files of a generated client, by name of the file. */
export function pagesOf(texts: Record<string, string>): Map<string, Page> {
  const pages = Object.entries(texts).flatMap(([file, text]): [string, Page][] => {
    if (!file.startsWith("docs/")) return [];
    const root = parseMarkdown(text);
    const nodes = nodesOf(root);
    const slugger = new GithubSlugger();
    const headings = nodes.filter(({ type }) => type === "heading");
    const anchors = new Set(headings.map((heading) => slugger.slug(plain(heading))));
    const examples = nodes.filter((node): node is Code => node.type === "code" && node.lang === "ts");
    return [[file.slice("docs/".length), { root, nodes, anchors, examples }]];
  });
  return new Map(pages);
}

/** Links that lead to no page, or to no heading of it. */
export function brokenLinks(pages: ReadonlyMap<string, Page>): string[] {
  return [...pages].flatMap(([file, { nodes }]) => {
    const targets = nodes.flatMap((node) => (node.type === "link" ? [node.url] : []));
    return targets.filter((target) => {
      if (/^(https?|mailto):/.test(target)) return false;
      const [page = "", anchor] = target.split("#").map((part) => decodeURIComponent(part));
      const found = pages.get(page || file);
      return !found || (anchor && !found.anchors.has(anchor));
    });
  });
}
