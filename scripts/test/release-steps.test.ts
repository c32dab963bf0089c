// The scripts of the release workflow that run with rights, run here without any: against a registry on loopback, a Git
// repository on disk, and a `gh` that only notes down how it is called.
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CommandError, pathOf, runCommand } from "../command.ts";
import { gitIdentity } from "../release/copy.ts";
import { type Registry, startRegistry } from "../release/registry.ts";
import { hashOf, listTarballs, notesOf } from "../release/tarballs.ts";
import { readReleaseStep, runStep } from "../release/workflow.ts";
import { createTemporaryFolder, type TemporaryFolder } from "../temporary-folder.ts";
import { ROOT } from "../turbo.ts";

let temporary: TemporaryFolder;
let folder: string;
beforeEach(() => {
  temporary = createTemporaryFolder("steps");
  folder = join(temporary.path, "artifact");
});
afterEach(() => temporary[Symbol.dispose]());

function write(path: string, content: string): string {
  const file = join(temporary.path, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, content);
  return file;
}

/** A step that fails, with all that it printed. */
async function failureOf(running: Promise<string>): Promise<string> {
  const error = await running.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CommandError);
  return (error as CommandError).output;
}

/** A `gh` that knows nothing, fails where it is asked for one thing, and notes down what it was called with. */
function fakeGh(): Readonly<Record<string, string>> {
  const gh = write("bin/gh", '#!/bin/sh\necho "$@" >> "$GH_CALLS"\n[ "$2" != view ]\n');
  chmodSync(gh, 0o755);
  return {
    PATH: [join(temporary.path, "bin"), pathOf(ROOT)].join(delimiter),
    GH_CALLS: join(temporary.path, "gh.log"),
    GITHUB_SHA: "0123456",
  };
}
const ghCalls = () => {
  const file = join(temporary.path, "gh.log");
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
};

describe("publish", () => {
  let registry: Registry;
  beforeEach(async () => {
    registry = await startRegistry(join(temporary.path, "registry"));
  });
  afterEach(() => registry.close());

  /** Packs a package, as a line of what the job before hands on. */
  async function pack(name: string, version: string, tag = "latest"): Promise<string> {
    write(`${name}/package.json`, JSON.stringify({ name: `@keynest/${name}`, version }));
    mkdirSync(join(folder, "packages"), { recursive: true });
    const args = ["pack", join(temporary.path, name), "--pack-destination", join(folder, "packages")];
    await runCommand("npm", args, { cwd: temporary.path });
    const file = `packages/keynest-${name}-${version}.tgz`;
    return [hashOf(join(folder, file)), file, `@keynest/${name}`, version, tag].join(" ");
  }

  function publish(tarballs: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
    const npmrc = write(".npmrc", `registry=${registry.url}\n${registry.npmrc}`);
    return runStep(readReleaseStep("publish"), temporary.path, {
      ...{ PATH: pathOf(ROOT), NPM_CONFIG_USERCONFIG: npmrc, NPM_CONFIG_REGISTRY: registry.url },
      ...{ GITHUB_ACTIONS: undefined, GITLAB_CI: undefined, NODE_AUTH_TOKEN: undefined, NPM_TOKEN: undefined },
      ...{ FOLDER: folder, TARBALLS: tarballs.join("\n") },
      ...env,
    });
  }

  async function tagsOf(name: string): Promise<unknown> {
    const response = await fetch(`${registry.url}@keynest%2f${name}`);
    return ((await response.json()) as { "dist-tags"?: unknown })["dist-tags"];
  }

  test("publishes each tarball under its dist-tag, except versions that npm has", async () => {
    const first = await pack("one", "1.0.0");
    await publish([first]);
    const printed = await publish([first, await pack("two", "1.0.0-beta.0", "beta")]);
    expect(printed).toContain("@keynest/one@1.0.0 is published already.");
    expect(await tagsOf("one")).toEqual({ latest: "1.0.0" });
    expect(await tagsOf("two")).toMatchObject({ beta: "1.0.0-beta.0" });
  });

  test("publishes nothing if the hash of one tarball differs", async () => {
    const lines = [await pack("one", "1.0.0"), await pack("two", "1.0.0")];
    writeFileSync(join(folder, "packages", "keynest-two-1.0.0.tgz"), "another");
    expect(await failureOf(publish(lines))).toMatch(/keynest-two-1\.0\.0\.tgz: FAILED/);
    expect(await tagsOf("one")).toBeUndefined();
  });

  test("asks npm for provenance, which only GitHub can attest", async () => {
    const { NPM_CONFIG_PROVENANCE = "" } = readReleaseStep("publish").env;
    const output = await failureOf(publish([await pack("one", "1.0.0")], { NPM_CONFIG_PROVENANCE }));
    expect(output).toContain("Automatic provenance generation not supported for provider: null");
    expect(await tagsOf("one")).toBeUndefined();
  });
});

describe("releases", () => {
  test("creates a release for each package, at the commit, with its changes", async () => {
    const lines = ["1.0.0", "2.0.0-beta.0"].map((version) => {
      const file = write(`artifact/packages/${version}.md`, "News.\n");
      return [hashOf(file), `packages/${version}.md`, "@keynest/sdk", version].join(" ");
    });
    await runStep(readReleaseStep("releases"), temporary.path, {
      ...fakeGh(),
      ...{ FOLDER: folder, NOTES: lines.join("\n") },
    });
    const create = (version: string, kind: string) => {
      const release = `@keynest/sdk@${version}`;
      const notes = `--notes-file ${folder}/packages/${version}.md`;
      return `release create ${release} --target 0123456 --title ${release} ${notes} ${kind}`;
    };
    expect(ghCalls().filter((call) => call.startsWith("release create"))).toEqual([
      create("1.0.0", "--prerelease=false"),
      create("2.0.0-beta.0", "--prerelease"),
    ]);
  });
});

describe("pull-request", () => {
  let root: string;
  const git = (...args: string[]) => runCommand("git", args, { cwd: root, env: gitIdentity(root) });

  beforeEach(async () => {
    await runCommand("git", ["init", "--quiet", "--bare", "origin.git"], { cwd: temporary.path });
    root = join(temporary.path, "root");
    write("root/packages/sdk/package.json", '{ "version": "0.0.0" }\n');
    write("root/.changeset/one.md", "Text.\n");
    write("root/scripts/build.ts", "build();\n");
    for (const args of [
      ["init", "--quiet", "--initial-branch=main"],
      ["add", "--all"],
      ["commit", "--quiet", "--message", "State"],
      ["remote", "add", "origin", join(temporary.path, "origin.git")],
    ])
      await git(...args);
  });

  /** Runs the script with a patch, which a job before made. */
  async function propose(patch: string, hash?: string): Promise<string> {
    const files = [write("artifact/version.patch", patch), write("artifact/body.md", "News.\n")];
    const names = ["version.patch", "body.md"];
    const hashes = files.map((file, at) => `${hash ?? hashOf(file)}  ${names[at]}`).join("\n");
    const { BRANCH = "", TITLE = "" } = readReleaseStep("pull-request").env;
    const env = { ...gitIdentity(root), ...fakeGh(), BRANCH, TITLE, FOLDER: folder, HASHES: hashes };
    return runStep(readReleaseStep("pull-request"), root, env);
  }

  /** The change of a file, as Git writes it. */
  async function change(): Promise<string> {
    write("root/packages/sdk/package.json", '{ "version": "0.1.0" }\n');
    write("root/packages/sdk/CHANGELOG.md", "## 0.1.0\n");
    write("root/scripts/build.ts", "steal();\n");
    await git("rm", "--quiet", ".changeset/one.md");
    await git("add", "--all");
    const patch = await git("diff", "--cached", "--binary");
    await git("reset", "--quiet", "--hard");
    return patch;
  }

  test("proposes only versions, changelogs and used changesets from a patch", async () => {
    await propose(await change());
    const pushed = await git("diff", "--name-status", "main", "changeset-release/main");
    expect(pushed.trim().split("\n")).toEqual([
      "D\t.changeset/one.md",
      "A\tpackages/sdk/CHANGELOG.md",
      "M\tpackages/sdk/package.json",
    ]);
    const refs = await git("ls-remote", "origin", "refs/heads/changeset-release/main");
    expect(refs.split("\t")[0]).toBe((await git("rev-parse", "HEAD")).trim());
    expect(ghCalls().at(-1)).toBe(
      `pr create --base main --head changeset-release/main --title Version the packages --body-file ${folder}/body.md`,
    );
  });

  test("proposes nothing if the hash of the patch differs", async () => {
    expect(await failureOf(propose(await change(), "0".repeat(64)))).toContain("version.patch: FAILED");
    expect(await git("ls-remote", "origin")).toBe("");
    expect(ghCalls()).toEqual([]);
  });
});

describe("the outputs of the packing job", () => {
  test("list tarballs in the order of the plan, with their hashes and changes", () => {
    const release = (name: string, kind: string) => ({
      ...{ kind, name: `@keynest/${name}`, version: "1.0.0", tag: "latest" },
      tarball: { path: `packages/${name}.tgz` },
    });
    for (const name of ["runtime", "sdk"]) write(`artifact/packages/${name}.tgz`, name);
    const plan = [[release("runtime", "publish")], [release("private", "tag-only"), release("sdk", "publish")]];
    write("artifact/publish-plan.json", JSON.stringify({ version: 1, plan }));
    const { tarballs, notes } = listTarballs(folder, (name) => `# ${name}\n\n## 1.0.0\n\nNews of ${name}.\n`);
    expect(tarballs.split("\n").map((line) => line.replace(/^[0-9a-f]{64} /, ""))).toEqual([
      "packages/runtime.tgz @keynest/runtime 1.0.0 latest",
      "packages/sdk.tgz @keynest/sdk 1.0.0 latest",
    ]);
    expect(notes.split("\n")[1]).toBe(`${hashOf(join(folder, "packages/sdk.md"))} packages/sdk.md @keynest/sdk 1.0.0`);
    expect(readFileSync(join(folder, "packages/sdk.md"), "utf8")).toBe("News of @keynest/sdk.\n");
  });

  test("contain exactly the changelog section of the version", () => {
    const changelog =
      "# @keynest/sdk\n\n## 1.0.0-beta.0\n\nBeta.\n\n## 1.0.0\n\n### Minor Changes\n\n- News.\n\n## 0.1.0\n\nOld.\n";
    expect(notesOf(changelog, "1.0.0")).toBe("### Minor Changes\n\n- News.\n");
    expect(notesOf(changelog, "3.0.0")).toBe("\n");
  });
});
