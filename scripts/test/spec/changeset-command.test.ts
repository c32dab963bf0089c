import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Files } from "./description.ts";
import { Project } from "./project.ts";

const BIOME = fileURLToPath(new URL("../../../node_modules/@biomejs/biome/bin/biome", import.meta.url));
const COMMAND = fileURLToPath(new URL("../../spec/changeset-command.ts", import.meta.url));

const require = (files: Files): void => {
  files["schemas.yaml"].NoteCreate.required.push("color");
  files["schemas.yaml"].NoteCreate.properties.color = { type: "string", example: "red" };
};

const extend = (files: Files): void => {
  files["schemas.yaml"].Note.properties.pinned_by = { type: "boolean" };
};

function released(version = "1.0.0"): Project {
  const project = new Project(version);
  project.commit("First");
  project.git("tag", `@keynest/sdk@${version}`);
  return project;
}

function onlyText(project: Project): string {
  const [text = "", ...others] = project.changesets().values();
  expect(others).toEqual([]);
  return text;
}

test("writes one change as a sentence, with the code before and after", async () => {
  const project = released();
  project.change(require);
  const { stdout, code } = await project.writeChangeset();
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Wrote \.changeset\/[a-z-]+\.md: major, 1 change\./);
  expect(onlyText(project)).toBe(`---
"@keynest/sdk": major
"@keynest/mock": major
---

\`createNote\` now requires \`color\`.

\`\`\`ts
// Before
await createNote(client, { body: { text: "Milk" } });

// After
await createNote(client, { body: { text: "Milk", color: "red" } });
\`\`\`
`);
});

test("writes several changes as a list under a line that counts them", async () => {
  const project = released();
  project.change(require);
  project.change(extend);
  project.change((files) => {
    files["openapi.yaml"].servers[0].url = "https://other.example.com";
    files["openapi.yaml"].info.description = "Words, which need no changeset.";
  });
  await project.writeChangeset();
  expect(onlyText(project)).toBe(`---
"@keynest/sdk": major
"@keynest/mock": major
---

The API has 1 breaking change, 1 new feature and 1 fix.

**Breaking**

- \`createNote\` now requires \`color\`.

  \`\`\`ts
  // Before
  await createNote(client, { body: { text: "Milk" } });

  // After
  await createNote(client, { body: { text: "Milk", color: "red" } });
  \`\`\`

**New**

- \`createNote\`, \`getNote\` and \`listNotes\` also return \`Note.pinned_by\`.

**Fixed**

- The default \`baseUrl\` is now \`"https://other.example.com"\` instead of \`"https://notes.example.com"\`.
`);
});

test("writes text that the formatter does not change", async () => {
  const project = released();
  project.change(require);
  project.change(extend);
  await project.writeChangeset();
  const input = onlyText(project).split("---\n").at(-1)?.trim();
  const args = [BIOME, "format", "--stdin-file-path=text.md"];
  expect(spawnSync(process.execPath, args, { input, encoding: "utf8" }).stdout.trim()).toBe(input);
});

test("adds only new changes", async () => {
  const project = released();
  project.change(extend);
  await project.writeChangeset();
  project.change(require);
  expect((await project.writeChangeset()).stdout).toMatch(/: major, 1 change\./);
  expect((await project.writeChangeset()).stdout).toBe("The changesets describe every change.\n");
  expect(project.changesets().size).toBe(2);
});

test("skips changes that a person has described, with any line breaks", async () => {
  const project = released();
  project.change(extend);
  project.changeset(
    "by-hand",
    "minor",
    "Pins:\n\n- `createNote`, `getNote` and\n  `listNotes` also return `Note.pinned_by`. Wait for 1.1.",
  );
  expect((await project.writeChangeset()).stdout).toBe("The changesets describe every change.\n");
});

test("reports a bump that is too small if every change is described", async () => {
  const project = released();
  project.change(require);
  await project.writeChangeset();
  const [[name = ""] = []] = project.changesets();
  project.changeset(name.replace(/\.md$/, ""), "minor", onlyText(project).split("---").at(-1));
  expect((await project.check()).code).toBe(1);
  expect(await project.writeChangeset()).toMatchObject({
    code: 1,
    stdout: "The changesets describe every change, but one of them must declare the bump major. Edit it.\n",
  });
});

test("describes renamed types like other changes", async () => {
  const project = released();
  project.change(extend);
  project.change((files) => {
    const { NoteCreate, ...others } = files["schemas.yaml"];
    files["schemas.yaml"] = { ...others, NewNote: NoteCreate };
    files["openapi.yaml"] = JSON.parse(JSON.stringify(files["openapi.yaml"]).replaceAll("#/NoteCreate", "#/NewNote"));
  });
  await project.writeChangeset();
  expect(onlyText(project)).toContain(`- The type \`NoteCreate\` is now \`NewNote\`.

  \`\`\`ts
  // Before
  import type { NoteCreate } from "@keynest/sdk";

  // After
  import type { NewNote } from "@keynest/sdk";
  \`\`\`
`);
});

test("uses minor versions while the version is 0.x", async () => {
  const project = released("0.2.0");
  project.change(require);
  await project.writeChangeset();
  expect(onlyText(project)).toContain('"@keynest/sdk": minor');
});

test("keeps Markdown in an example from breaking the changeset", async () => {
  const project = released();
  project.change((files) => {
    files["schemas.yaml"].NoteCreate.required.push("color");
    files["schemas.yaml"].NoteCreate.properties.color = { type: "string", example: "```\n---\n# Not a heading" };
  });
  await project.writeChangeset();
  const text = onlyText(project);
  expect(text).toContain("````ts\n");
  expect(text).toContain('color: "```\\n---\\n# Not a heading"');
});

test("escapes Markdown in a summary", async () => {
  const project = released();
  project.change((files) => {
    const summary = "Get <b>it</b> [now](https://example.com) *twice*";
    files["openapi.yaml"].paths["/it"] = { get: { operationId: "get_it", summary, tags: ["notes"], responses: {} } };
  });
  await project.writeChangeset();
  expect(onlyText(project)).toContain("\\<b\\>it\\</b\\> \\[now\\](https://example.com) \\*twice\\*");
  expect((await project.writeChangeset()).stdout).toBe("The changesets describe every change.\n");
});

test("writes nothing if it cannot compare", async () => {
  const project = released();
  project.change(require);
  expect((await project.writeChangeset("--base", "no-such-ref")).code).toBe(2);
  expect(project.changesets().size).toBe(0);
});

test("runs as a command", () => {
  const project = released();
  project.change(extend);
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [COMMAND, ...args], { cwd: project.folder, encoding: "utf8" });
  expect(run("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("spec:changeset") });
  expect(run()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Wrote /) });
  expect(run()).toMatchObject({ status: 0, stdout: "The changesets describe every change.\n" });
});
