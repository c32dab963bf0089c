import fc from "fast-check";
import type { Nodes } from "mdast";
import { toString as plain } from "mdast-util-to-string";
import { describe, expect, it } from "vitest";
import { code, codeBlock, inline, link, oneLine, table, text } from "../../src/docs/markdown.ts";
import { prose } from "../../src/docs/prose.ts";
import { nodesOf, parseMarkdown } from "../support/markdown.ts";

/** Signs that mean something in Markdown, and words between them. */
const PIECES =
  "` ``` ~~~ | \\ * ** _ # - + = 1. 1) > < & &amp; [ ] ( ) ![ :--- --- $ $$ <b> </table> <!-- @ : \n \r \t".split(" ");
const marked = fc
  .array(
    fc.constantFrom(
      ...PIECES,
      "\n\n",
      "    ",
      " ",
      "a",
      "b c",
      "http://a.b",
      "WWW.a.b",
      "é",
      "[^1]",
      "[x]: http://a.b",
      "\u202e",
      "\ud800",
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(""));
const words = fc.oneof(marked, fc.string({ unit: "binary" }));

/** What stands in a line, without how it is written. */
function shown(markdown: string): string {
  return plain(parseMarkdown(markdown), { includeHtml: false });
}

function kindsOf(markdown: string): Set<string> {
  return new Set(nodesOf(parseMarkdown(markdown)).map(({ type }) => type));
}

describe("a text", () => {
  it("is shown as it is written, in a paragraph", () => {
    fc.assert(
      fc.property(words, (value) => {
        expect(shown(text(value))).toBe(oneLine(value));
      }),
      { numRuns: 1000 },
    );
  });

  it("is shown as it is written, in a heading", () => {
    fc.assert(
      fc.property(words, (value) => {
        const { children } = parseMarkdown(`## ${text(value)}\n\nafter\n`);
        expect(children.map(({ type }) => type)).toEqual(["heading", "paragraph"]);
        expect(plain(children[0])).toBe(oneLine(value));
      }),
      { numRuns: 1000 },
    );
  });

  it("stays in its cell", () => {
    fc.assert(
      fc.property(words, words, (value, source) => {
        const rows = [[text(value), code(source), inline(value), "end"]];
        const [only, ...others] = parseMarkdown(table(["A", "B", "C", "D"], rows)).children;
        expect(others).toEqual([]);
        const cells = nodesOf(only as Nodes).filter(({ type }) => type === "tableCell");
        expect(cells.slice(0, 4).map((cell) => plain(cell))).toEqual(["A", "B", "C", "D"]);
        expect(plain(cells[4])).toBe(oneLine(value) || "–");
        expect(plain(cells[5], { includeHtml: false }).trim()).toBe(oneLine(source));
        expect(plain(cells[7])).toBe("end");
        expect(cells).toHaveLength(8);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a description's prose", () => {
  it.each([
    ["takes `code` in a line", "takes `code` in a line\n"],
    ["a [page](https://a.test/b?c=d&e) of theirs", "a [page](https://a.test/b?c=d&amp;e) of theirs\n"],
    ["see https://a.test/b.", "see [https&#58;//a.test/b](https://a.test/b).\n"],
    ["a **strong** word", "a **strong** word\n"],
    ["one\nline\n\nanother", "one line\n\nanother\n"],
    ["these:\n- one\n  more\n* two\n3. three", "these:\n\n- one more\n- two\n- three\n"],
    ["## A title\ntext", "**A title**\n\ntext\n"],
    ["a\n# \ud800\nb", "a\n\nb\n"],
    ["```json\n{ a: `b` }\n```\nafter", "```text\n{ a: `b` }\n```\n\nafter\n"],
    ["~~~\nan open one", "```text\nan open one\n```\n"],
    ["no [page](javascript:alert(1))", "no \\[page\\](javascript:alert(1))\n"],
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;\n"],
  ])("keeps what is welcome: %j", (given, expected) => {
    expect(prose(given)).toBe(expected);
  });

  it("becomes nothing but paragraphs, lists, code, strong words and links to the web", () => {
    const welcome = ["root", "paragraph", "text", "list", "listItem", "code", "inlineCode", "strong", "link", "html"];
    fc.assert(
      fc.property(words, (value) => {
        const nodes = nodesOf(parseMarkdown(prose(value)));
        for (const node of nodes) {
          expect(welcome).toContain(node.type);
          if (node.type === "html") expect(node.value).toMatch(/^<\/?code>$/);
          if (node.type === "link") expect(node.url).toMatch(/^(https?|mailto):/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("takes a time that grows with its length alone", () => {
    const started = performance.now();
    for (const sign of ["`", "[", "**", "[a](http://", "``` ", "*", "_", "- ", "# "]) prose(sign.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("a block of code", () => {
  it("is not ended by its lines", () => {
    fc.assert(
      fc.property(words, (value) => {
        const { children } = parseMarkdown(`${codeBlock(`x${value}`, "ts")}\nafter\n`);
        expect(children.map(({ type }) => type)).toEqual(["code", "paragraph"]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a link", () => {
  it("leads to its target, for any name of the page", () => {
    const name = fc.stringMatching(/^[\p{L}()|&_-]{1,8}$/u);
    fc.assert(
      fc.property(name, words, (page, label) => {
        const [only] = nodesOf(parseMarkdown(link(code(`x${label}`), `${page}.md#a`))).filter(
          ({ type }) => type === "link",
        );
        expect(only?.type === "link" && decodeURI(only.url).replace(/%[0-9A-F]{2}/g, decodeURIComponent)).toBe(
          `${page}.md#a`,
        );
      }),
    );
  });
});

it("a link with code does not become a link reference definition", () => {
  const [node] = nodesOf(parseMarkdown(link(code("x]:"), "a.md"))).filter(({ type }) => type === "link");
  expect(node).toMatchObject({ type: "link", url: "a.md" });
});

it("knows the kinds of nodes that the tests speak of", () => {
  expect(kindsOf("# a\n\n| b |\n| - |\n\n<i>")).toEqual(
    new Set(["root", "heading", "text", "table", "tableRow", "tableCell", "html"]),
  );
});
