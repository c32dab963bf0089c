import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import changelog, { linkOperations, operationTags } from "../release/changelog.ts";

const tags = new Map([
  ["listProjects", "projects"],
  ["search", "system"],
]);
const home = "https://github.com/keynest/keynest-js/blob/main/packages/sdk/docs/";
const link = (text: string) => `[\`${text}\`](${home}projects.md#listprojects)`;

test.each([
  ["the name of an operation", "Add listProjects.", `Add ${link("listProjects")}.`],
  ["code", "Add `listProjects`.", `Add ${link("listProjects")}.`],
  ["a call", "`listProjects()` is new", `${link("listProjects()")} is new`],
  ["the detailed form", "See `listProjectsDetailed`", `See ${link("listProjectsDetailed")}`],
  ["the blocking forms", "listProjectsDetailedSync", link("listProjectsDetailedSync")],
  ["a plain word as code", "Add `search`", `Add [\`search\`](${home}system.md#search)`],
])("links %s", (_what, text, expected) => {
  expect(linkOperations(text, tags)).toBe(expected);
});

test.each([
  ["a plain word that is an operation, too", "You can search for more"],
  ["a name that is no operation", "createClient and `tokenAuth`"],
  ["a longer name", "listProjectsOfOrganization"],
  ["what is a link already", "[listProjects](https://example.com/listProjects)"],
  ["code of more than a name", "`await listProjects(client)`"],
  ["a block of code", "Before:\n\n```ts\nlistProjects(client);\n```\n\nthat"],
])("leaves %s as it is", (_what, text) => {
  expect(linkOperations(text, tags)).toBe(text);
});

test("knows the operations of the SDK, and their tags", () => {
  const found = operationTags();
  expect(found.get("listProjects")).toBe("projects");
  expect(found.get("loginUser")).toBe("auth");
  expect([...found.keys()].filter((name) => name.endsWith("Detailed"))).toEqual([]);
});

test("links lead to pages that exist, and to a heading on them", () => {
  const found = [...operationTags()];
  expect(found.length).toBeGreaterThan(0);
  for (const [operation, tag] of found) {
    const page = readFileSync(new URL(`../../packages/sdk/docs/${tag}.md`, import.meta.url), "utf8");
    expect(page).toMatch(new RegExp(`^#+ ${operation}$`, "m"));
  }
});

test("writes a change as an item of a list, with its commit, and its further lines in the item", () => {
  const summary = "Add `getHealth`.\n\nChecks the health of the server.";
  expect(changelog.getReleaseLine({ summary, commit: "0123456789" })).toBe(
    `- 0123456: Add [\`getHealth\`](${home}system.md#gethealth).\n\n  Checks the health of the server.`,
  );
});
