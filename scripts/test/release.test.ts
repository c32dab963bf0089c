import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CommandError, pathOf, runCommand } from "../command.ts";
import { CELLS } from "../matrix/cells.ts";
import { tryCell } from "../matrix/try-cell.ts";
import { copyRepository, gitIdentity } from "../release/copy.ts";
import { listLicences } from "../release/licences.ts";
import { type InstalledMock, startInstalledMock } from "../release/mock.ts";
import { EXPECTED, MAINS, PROGRAMS } from "../release/program.ts";
import { createProject, type Project } from "../release/project.ts";
import { buildPackages, PACKAGES, type Published, publishPackages, versionPackages } from "../release/publish.ts";
import { type Registry, startRegistry } from "../release/registry.ts";
import { ROOT } from "../turbo.ts";

/** A program with a client that a user generated. */
const CLIENT = `
import { createClient, listProjects, tokenAuth } from "./index.gen.js";

export async function firstProject(baseUrl: string): Promise<string | undefined> {
  const { results } = await listProjects(createClient({ baseUrl, auth: tokenAuth("0123456789") }));
  return results[0]?.name;
}
`;
const RUN_CLIENT = `
import { firstProject } from "./compiled/main.js";
console.log(await firstProject(process.env.MOCK_URL));
`;

const temporary = mkdtempSync(join(tmpdir(), "keynest-release-"));
const copy = join(temporary, "copy");
const changesets = () => readdirSync(join(ROOT, ".changeset")).sort();
const before = changesets();
let registry: Registry;
let first: Published[];

/** Adds a changeset to the copy. */
function change(bump: "major" | "minor", text: string): void {
  writeFileSync(join(copy, ".changeset", `${bump}.md`), `---\n"@keynest/sdk": ${bump}\n---\n\n${text}\n`);
}

/** What the job of the release workflow that versions hands on. */
const versioned = (file: string) => readFileSync(join(temporary, "version", file), "utf8");

beforeAll(async () => {
  registry = await startRegistry(join(temporary, "registry"));
  await copyRepository(copy);
  // Before they get their version, of which no built file knows: so it is what stands here already.
  await buildPackages(copy);
  change("minor", "Add `listProjects`.");
  const command = ["scripts/release/version.ts", join(temporary, "version")];
  await runCommand("node", command, { cwd: copy, env: { ...gitIdentity(copy), PATH: pathOf(copy) } });
  first = await publishPackages(copy, registry);
});

afterAll(async () => {
  await registry.close();
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
});

function get(name: (typeof PACKAGES)[number], published: readonly Published[] = first): Published {
  const found = published.find((each) => each.name === name);
  if (!found) throw new Error(`${name} is not published`);
  return found;
}

function project(name: string): Project {
  return createProject(join(temporary, name), registry);
}

test("does not change the work tree", () => {
  expect(changesets()).toEqual(before);
  expect(readFileSync(join(ROOT, "packages/sdk/package.json"), "utf8")).not.toContain(
    `"version": "${get("@keynest/sdk").version}"`,
  );
});

test("no build contains a package.json, so the version can change after the build", () => {
  const sources = PACKAGES.flatMap((name) => {
    const folder = join(ROOT, name.replace("@keynest/", "packages/"), "src");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    return files.map((file) => join(folder, file));
  });
  expect(sources.length).toBeGreaterThan(PACKAGES.length);
  const importing = sources.filter((file) =>
    /(from|import|require\()\s*"[^"]*package\.json"/.test(readFileSync(file, "utf8")),
  );
  expect(importing).toEqual([]);
});

test("links operations in the changelog", () => {
  const changelog = readFileSync(join(copy, "packages/sdk/CHANGELOG.md"), "utf8");
  expect(changelog).toContain("Add [`listProjects`](https://");
  expect(changelog).toContain("/docs/projects.md#listprojects)");
});

test("the version pull request lists the changes of each package", () => {
  const body = versioned("body.md");
  for (const { name, version } of first) expect(body).toContain(`\n## ${name}@${version}\n`);
  expect(body).toContain("Add [`listProjects`](https://");
});

test("the version pull request contains all changed files", () => {
  const patch = versioned("version.patch");
  const paths = [...patch.matchAll(/^diff --git a\/(\S+) /gm)].map(([, path = ""]) => path);
  expect(paths).toEqual(expect.arrayContaining(["packages/sdk/CHANGELOG.md", "packages/sdk/package.json"]));
  const taken = /^(\.changeset\/.*|packages\/.*\/(CHANGELOG\.md|package\.json))$/;
  expect(paths.filter((path) => !taken.test(path))).toEqual([]);
});

describe.each(PACKAGES)("%s", (name) => {
  test("declares its repository, which npm requires for provenance", () => {
    const { repository } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { repository: object };
    const directory = name.replace("@keynest/", "packages/");
    expect(get(name).manifest).toMatchObject({ repository: { ...repository, directory }, license: "MIT" });
  });

  test("contains only licence, README and build output", () => {
    const paths = get(name).entries.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(["LICENSE", "README.md", "package.json"]));
    const known =
      /^(dist\/.*\.(c?js|d\.c?ts|map|json)|bin\/[\w-]+\.js|LICENSE|README\.md|CHANGELOG\.md|package\.json)$/;
    expect(paths.filter((path) => !known.test(path))).toEqual([]);
  });
});

describe("installed in an empty project", () => {
  let installed: Project;
  let mock: InstalledMock;
  beforeAll(async () => {
    installed = project("installed");
    await installed.install(...PACKAGES);
    mock = await startInstalledMock(installed.folder);
  });
  afterAll(() => mock[Symbol.asyncDispose]());

  test("runs a program against the mock server", async () => {
    installed.write("program.mjs", PROGRAMS.mjs);
    installed.write("main.mjs", MAINS.mjs);
    const options = { cwd: installed.folder, env: { MOCK_URL: mock.url, PATH: pathOf(ROOT) } };
    expect(JSON.parse(await runCommand("node", ["main.mjs"], options))).toEqual(EXPECTED);
  });

  test("generates a client that compiles and runs", async () => {
    const { folder } = installed;
    const node = (...args: string[]) => {
      return runCommand("node", args, { cwd: folder, env: { MOCK_URL: mock.url, PATH: pathOf(ROOT) } });
    };
    const description = "node_modules/@keynest/mock/dist/openapi.json";
    const generator = "node_modules/@keynest/codegen/bin/keynest-codegen.js";
    await node(generator, "--input", description, "--output", "generated");
    installed.write("generated/package.json", JSON.stringify({ type: "module" }));
    installed.write("generated/main.ts", CLIENT);
    // The compiler that the generator brings along.
    const options = ["--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom", "--strict"];
    await node("node_modules/typescript/bin/tsc", "--outDir", "compiled", ...options, "generated/main.ts");
    installed.write("compiled/package.json", JSON.stringify({ type: "module" }));
    installed.write("run.mjs", RUN_CLIENT);
    expect(await node("run.mjs")).toBe("Web Application\n");
  });

  test("has only dependencies with accepted licences", () => {
    const licences = listLicences(installed.folder);
    expect(licences.length).toBeGreaterThan(PACKAGES.length);
    expect(licences.filter(({ allowed }) => !allowed)).toEqual([]);
  });

  describe("the cheap cells of the matrix work", () => {
    test.each(CELLS.filter(({ quick }) => quick))("$row, $column", async (cell) => {
      const { state, reason } = await tryCell(cell, { mockUrl: mock.url, project });
      expect({ state, reason }).toEqual({ state: "works" });
    });
  });
});

describe("compatible versions", () => {
  let second: Published[];
  beforeAll(async () => {
    // At a new address, because npm asks again about nothing that it knows.
    await registry.close();
    registry = await startRegistry(join(temporary, "registry"));
    change("major", "Remove something.");
    await versionPackages(copy);
    second = await publishPackages(copy, registry);
  });

  test("all packages have the same version", () => {
    const names = readdirSync(join(ROOT, "packages")).map((name) => `@keynest/${name}`);
    expect(names.sort()).toEqual([...PACKAGES]);
    for (const published of [first, second]) expect(new Set(published.map(({ version }) => version)).size).toBe(1);
    expect(get("@keynest/sdk", second).version).toBe("1.0.0");
  });

  test("the SDK installs its own runtime next to an older one", async () => {
    const { resolve, read } = project("older-runtime");
    await resolve("@keynest/sdk@1.0.0", `@keynest/runtime@${get("@keynest/runtime").version}`);
    const { packages } = JSON.parse(read("package-lock.json")) as { packages: object };
    expect(packages).toHaveProperty(["node_modules/@keynest/sdk/node_modules/@keynest/runtime", "version"], "1.0.0");
  });

  test.each([
    ["@keynest/codegen", "@keynest/runtime"],
    ["@keynest/sdk", "@keynest/mock"],
  ] as const)("%s is not installed with an incompatible %s", async (one, other) => {
    const { resolve } = project(`${one}-${other}`.replaceAll("/", "-"));
    const old = `${other}@${get(other).version}`;
    const error = await resolve(`${one}@1.0.0`, old).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CommandError);
    expect((error as CommandError).output).toMatch(/ERESOLVE[\s\S]*peerOptional/);
    await resolve(`${one}@1.0.0`, `${other}@1.0.0`);
  });
});
