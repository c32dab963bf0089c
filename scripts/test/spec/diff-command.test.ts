import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test, vi } from "vitest";
import { description, type Files } from "./description.ts";
import { Project } from "./project.ts";

const COMMAND = fileURLToPath(new URL("../../spec/diff-command.ts", import.meta.url));

const change = (files: Files): void => {
  files["schemas.yaml"].NoteCreate.required.push("color");
  files["schemas.yaml"].NoteCreate.properties.color = { type: "string", example: "red" };
  files["schemas.yaml"].Note.properties.pinned = { type: "boolean" };
  files["schemas.yaml"].Note.description = "Words.";
};

function changed(): Project {
  const project = new Project();
  project.commit("First");
  project.git("tag", "@keynest/sdk@1.0.0");
  project.change(change);
  return project;
}

test("prints text by level, then by operation, with the required action", async () => {
  const { stdout, code } = await changed().diff();
  expect(code).toBe(1);
  expect(stdout).toBe(`spec/ compared with @keynest/sdk@1.0.0

Breaking (1)
  createNote
    \`createNote\` now requires \`color\`  #/components/schemas/NoteCreate/properties/color

New (1)
  \`createNote\`, \`getNote\` and \`listNotes\` also return \`Note.pinned\`  #/components/schemas/Note/properties/pinned

Documentation (1)
  \`Note\` is documented differently  #/components/schemas/Note

@keynest/sdk needs a major version, but no changeset declares it. Write one: npm run spec:changeset
`);
});

test("prints Markdown for a pull request", async () => {
  const { stdout, code } = await changed().diff("--markdown");
  expect(code).toBe(1);
  expect(stdout).toBe(`## Changes for users of the SDK

Compared with \`@keynest/sdk@1.0.0\`. @keynest/sdk needs a major version, but no changeset declares it. Write one: npm run spec:changeset

### Breaking (1)

- \`createNote\` now requires \`color\`

  \`\`\`ts
  // Before
  await createNote(client, { body: { text: "Milk" } });

  // After
  await createNote(client, { body: { text: "Milk", color: "red" } });
  \`\`\`

### New (1)

- \`createNote\`, \`getNote\` and \`listNotes\` also return \`Note.pinned\`

<details><summary>Documentation (1)</summary>

- \`Note\` is documented differently

</details>
`);
});

test("prints everything as JSON", async () => {
  const { stdout } = await changed().diff("--json");
  expect(JSON.parse(stdout)).toMatchObject({
    base: "@keynest/sdk@1.0.0",
    isReleased: true,
    bump: { needed: "major", given: null, isSufficient: false, changesets: [] },
    changes: [
      {
        level: "breaking",
        rule: "property-added",
        operationId: "createNote",
        pointer: "#/components/schemas/NoteCreate/properties/color",
        migration: { before: 'await createNote(client, { body: { text: "Milk" } });' },
      },
      { level: "feature", operations: ["createNote", "getNote", "listNotes"] },
      { level: "documentation" },
    ],
  });
});

test("requires a changeset if only names of types change", async () => {
  const project = new Project();
  project.commit("First");
  project.change((files) => {
    const { Note, ...others } = files["schemas.yaml"];
    const text = JSON.stringify(files["openapi.yaml"]).replaceAll("schemas.yaml#/Note", "schemas.yaml#/Memo");
    files["schemas.yaml"] = { ...others, Memo: Note, MemoCreate: others.NoteCreate };
    files["openapi.yaml"] = JSON.parse(text);
  });
  const { stdout, code } = await project.diff();
  expect(code).toBe(1);
  expect(stdout).toContain("Breaking (2)");
  expect(stdout).toContain("The type `Note` is now `Memo`  #/components/schemas/Memo");
  expect(stdout).toContain("The type `NoteCreate` is now `MemoCreate`  #/components/schemas/MemoCreate");
  expect(stdout).toContain("@keynest/sdk needs a major version, but no changeset declares it.");
});

test.each([
  ["a commit", () => "HEAD"],
  ["a tag", () => "@keynest/sdk@1.0.0"],
  ["a branch", () => "main"],
  ["a released version, by its tag", () => "1.0.0"],
  ["a file", (project: Project) => oldDescription(project)],
])("compares with %s", async (_what, base) => {
  const project = changed();
  const { stdout, code } = await project.diff("--json", "--base", base(project));
  expect(code).toBe(1);
  expect(JSON.parse(stdout).changes).toHaveLength(3);
});

function oldDescription(project: Project): string {
  for (const [file, content] of Object.entries(description())) project.write(`old/${file}`, JSON.stringify(content));
  return "old/openapi.yaml";
}

test("compares with another head", async () => {
  const project = changed();
  oldDescription(project);
  const { stdout, code } = await project.diff("--json", "--head", "old/openapi.yaml");
  expect(code).toBe(0);
  expect(JSON.parse(stdout).changes).toEqual([]);
});

test("compares with a version from the registry if it has no tag", async () => {
  const registry = await serveRegistry("0.9.0");
  vi.stubEnv("npm_config_registry", registry);
  vi.stubEnv("npm_config_cache", temporaryFolder());
  onTestFinished(() => void vi.unstubAllEnvs());
  const project = changed();
  const { stdout, code } = await project.diff("--json", "--base", "0.9.0");
  expect(code).toBe(0);
  const { base, changes, bump } = JSON.parse(stdout);
  expect(base).toBe("@keynest/mock@0.9.0");
  expect(changes).toHaveLength(3);
  // From 0.9.0 to the 1.0.0 of the repository, the version has moved by a major one, but only a minor one was needed.
  expect(bump).toMatchObject({ needed: "minor", given: "major" });
});

test("leaves nothing behind", async () => {
  const folder = temporaryFolder();
  for (const name of ["TMPDIR", "TEMP"]) vi.stubEnv(name, folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  const project = withoutDescription();
  expect((await project.diff("--base", "HEAD")).code).toBe(0);
  expect((await project.diff("--base", "HEAD~1")).code).toBe(2);
  expect(readdirSync(folder).filter((name) => name.startsWith("keynest-spec-"))).toEqual([]);
});

test.each([
  [["--base", "no-such-ref"], /^"no-such-ref" is not a file, a released version, or a git ref\.\n$/],
  [["--base", "--help-me"], /--base/],
  [["--base", "missing.yaml"], /^There is no file missing\.yaml\.\n$/],
  [["--head", "missing.yaml"], /^There is no file missing\.yaml\.\n$/],
  [["--json", "--markdown"], /^Choose one of --json and --markdown\.\n$/],
  [["--nonsense"], /Unknown option '--nonsense'/],
])("rejects %j, with the reason in one sentence", async (args, reason) => {
  const { code, stderr, stdout } = await changed().diff(...args);
  expect(code).toBe(2);
  expect(stderr).toMatch(reason);
  expect(stdout).toBe("");
});

test("rejects an invalid description, with the location", async () => {
  const project = changed();
  project.write("spec/schemas.yaml", "Note: [");
  const { code, stderr } = await project.diff();
  expect(code).toBe(2);
  expect(stderr).toMatch(/^The descriptions cannot be compared:\n.*spec\/schemas\.yaml:\d+.*not valid YAML or JSON/);
});

test("cannot compare with a commit that has no description", async () => {
  const { code, stderr } = await withoutDescription().diff("--base", "HEAD~1");
  expect(code).toBe(2);
  expect(stderr).toBe('There is no spec/openapi.yaml at "HEAD~1".\n');
});

/** A project that got its description in the last commit. */
function withoutDescription(): Project {
  const project = new Project();
  project.git("commit", "--quiet", "--allow-empty", "--message", "Nothing");
  project.commit("First");
  return project;
}

test("runs as a command, without colours if the output is not a terminal", () => {
  const { folder } = changed();
  const run = (...args: string[]) => spawnSync(process.execPath, [COMMAND, ...args], { cwd: folder, encoding: "utf8" });
  const { status, stdout } = run();
  expect(status).toBe(1);
  expect(stdout).toContain("`createNote` now requires `color`");
  expect(stdout).not.toContain("\u001b");
  expect(run("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("Exit codes: 0") });
  expect(run("--base", "HEAD", "--head", "missing.yaml").status).toBe(2);
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "spec-diff-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A registry on loopback that has one version of the mock. */
async function serveRegistry(version: string): Promise<string> {
  const folder = temporaryFolder();
  const document = description()["openapi.yaml"];
  document.components.schemas = description()["schemas.yaml"];
  const bundled = JSON.stringify(document).replaceAll("schemas.yaml#/", "#/components/schemas/");
  const manifest = { name: "@keynest/mock", version };
  for (const [file, text] of [
    ["package/package.json", JSON.stringify(manifest)],
    ["package/dist/openapi.json", bundled],
  ] as const) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  execFileSync("tar", ["-czf", "mock.tgz", "package"], { cwd: folder });
  const tarball = readFileSync(join(folder, "mock.tgz"));
  const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;
  const server: Server = createServer((request, response) => {
    if (request.url?.endsWith(".tgz")) return response.end(tarball);
    const dist = { tarball: `${urlOf(server)}/mock.tgz`, integrity };
    const versions = { [version]: { ...manifest, dist } };
    return response
      .writeHead(200, { "content-type": "application/json" })
      .end(JSON.stringify({ name: manifest.name, "dist-tags": { latest: version }, versions }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return urlOf(server);
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
