// From a change of the description to a program that calls the new operation of the published package.
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CommandError, pathOf, runCommand } from "../command.ts";
import { copyRepository, gitIdentity } from "../release/copy.ts";
import { startInstalledMock } from "../release/mock.ts";
import { createProject } from "../release/project.ts";
import { buildPackages, type Published, publishPackages, versionPackages } from "../release/publish.ts";
import { type Registry, startRegistry } from "../release/registry.ts";
import { ROOT } from "../turbo.ts";

const temporary = mkdtempSync(join(tmpdir(), "keynest-whole-way-"));
const copy = join(temporary, "copy");
let registry: Registry;
let published: Published[];

/** A command of the repository, as a maintainer runs it. */
const run = (name: string): Promise<string> =>
  runCommand("npm", ["run", "--silent", name], { cwd: copy, env: { PATH: pathOf(copy) } });
const git = (...args: string[]): Promise<string> => runCommand("git", args, { cwd: copy, env: gitIdentity(copy) });

/** What a command prints and how it ends when there is something to do. */
async function refusal(name: string): Promise<string> {
  const error = await run(name).catch((thrown: unknown) => thrown);
  return error instanceof CommandError ? error.output : "it succeeded";
}

const NEW_OPERATION = `
ProjectArchive:
  parameters:
    - $ref: ../parameters.yaml#/ProjectId
  post:
    tags: [projects]
    operationId: archiveProject
    x-sdk-group: projects
    x-sdk-method: archive
    summary: Archive a project
    description: Makes a project read-only.
    security:
      - TokenAuth: []
      - JWTAuth: []
    responses:
      "200":
        description: The archived project.
        content:
          application/json:
            schema:
              $ref: ../schemas/projects.yaml#/Project
            example:
              id: 2
              name: Old Shop
              description: null
              organization: 1
              organization_name: Acme Corp
              created_at: "2025-08-30T10:30:00Z"
              updated_at: "2025-08-30T11:00:00Z"
              created_by_name: John Doe
              environment_count: 0
      "401":
        $ref: ../responses.yaml#/Unauthorized
      "404":
        $ref: ../responses.yaml#/NotFound
`;

const PROGRAM = `
import { archiveProject, createClient, KeyNest, tokenAuth } from "@keynest/sdk";
const baseUrl = process.env.MOCK_URL;
const { name } = await archiveProject(createClient({ baseUrl, auth: tokenAuth("0123") }), { id: 2 });
const client = new KeyNest({ baseUrl, token: "0123" });
console.log(name, (await client.projects.archive(2)).name);
`;

/** Releases what there is, so that the change that follows is measured against a release. */
beforeAll(async () => {
  registry = await startRegistry(join(temporary, "registry"));
  await copyRepository(copy);
  await versionPackages(copy);
  await git("add", "--all");
  await git("commit", "-qm", "Release");
  const { version } = JSON.parse(readFileSync(join(copy, "packages/sdk/package.json"), "utf8")) as { version: string };
  await git("tag", `@keynest/sdk@${version}`);
});

afterAll(async () => {
  await registry.close();
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
});

test("a new operation in the description requires a changeset", async () => {
  appendFileSync(join(copy, "spec/paths/projects.yaml"), NEW_OPERATION);
  const root = join(copy, "spec/openapi.yaml");
  const at = "  /api/projects/{project_id}/environments/:";
  const path = "  /api/projects/{id}/archive/:\n    $ref: paths/projects.yaml#/ProjectArchive\n";
  writeFileSync(root, readFileSync(root, "utf8").replace(at, path + at));
  const said = await refusal("spec:diff");
  expect(said).toContain("`archiveProject` is new: Archive a project");
  expect(said).toContain("npm run spec:changeset");
});

test("one command generates it", async () => {
  await run("generate");
  expect(await git("status", "--short", "packages/sdk/src/generated")).toContain("operations/projects.gen.ts");
});

test("one command writes a sufficient changeset for it", async () => {
  await run("spec:changeset");
  const [changeset = ""] = readdirSync(join(copy, ".changeset")).filter((file) => /^(?!README).*\.md$/.test(file));
  const text = readFileSync(join(copy, ".changeset", changeset), "utf8");
  expect(text).toContain('"@keynest/sdk": minor');
  expect(text).toContain("`archiveProject`");
  expect(await run("spec:diff")).toContain("declares");
});

test("its release describes it, with a link, in the next version of every package", async () => {
  await git("add", "--all");
  await git("commit", "-qm", "Archive projects");
  await buildPackages(copy);
  await versionPackages(copy);
  published = await publishPackages(copy, registry);
  expect(new Set(published.map(({ version }) => version))).toEqual(new Set(["0.2.0"]));
  expect(readFileSync(join(copy, "packages/sdk/CHANGELOG.md"), "utf8")).toMatch(
    /## 0\.2\.0[\s\S]*\[`archiveProject`\]\(https:\S+\/docs\/projects\.md#archiveproject\)/,
  );
});

test("a program in an empty project calls it, against the published mock of the new description", async () => {
  const project = createProject(join(temporary, "project"), registry);
  await project.install(...published.map(({ name, version }) => `${name}@${version}`));
  project.write("main.mjs", PROGRAM);
  await using mock = await startInstalledMock(project.folder);
  const env = { MOCK_URL: mock.url, PATH: pathOf(ROOT) };
  expect(await runCommand("node", ["main.mjs"], { cwd: project.folder, env })).toBe("Old Shop Old Shop\n");
});
