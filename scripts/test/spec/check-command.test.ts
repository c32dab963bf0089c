import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { checkCommand } from "../../spec/check-command.ts";
import type { Files } from "./description.ts";
import { captured, Project } from "./project.ts";

const breakNotes = (files: Files): void => {
  files["schemas.yaml"].NoteCreate.required.push("color");
  files["schemas.yaml"].NoteCreate.properties.color = { type: "string" };
};

const extendNotes = (files: Files): void => {
  files["schemas.yaml"].Note.properties.pinned = { type: "boolean" };
};

/** A project whose version 1.0.0 was released from its main branch. */
function released(version = "1.0.0"): Project {
  const project = new Project(version);
  project.commit("First");
  project.git("tag", `@keynest/sdk@${version}`);
  return project;
}

test("passes if nothing changed", async () => {
  const { code, stdout } = await released().check();
  expect(code).toBe(0);
  expect(stdout).toContain("Since @keynest/sdk@1.0.0: No change for users.");
});

test("fails if a change has no changeset, and prints the command to write one", async () => {
  const project = released();
  project.change(breakNotes);
  const { code, stdout } = await project.check();
  expect(code).toBe(1);
  expect(stdout).toContain(
    "@keynest/sdk needs a major version, but no changeset declares it. Write one: npm run spec:changeset",
  );
});

test("fails if the bump of the changeset is too small", async () => {
  const project = released();
  project.change(breakNotes);
  project.changeset("small", "minor");
  const { code, stdout } = await project.check();
  expect(code).toBe(1);
  expect(stdout).toContain(
    "@keynest/sdk needs a major version, but .changeset/small.md declares only a minor one. Write another",
  );
});

test("fails if the changeset is for another package", async () => {
  const project = released();
  project.change(breakNotes);
  project.write(".changeset/other.md", '---\n"@keynest/mock": major\n---\n\nSomething.\n');
  expect((await project.check()).code).toBe(1);
});

test("passes if the bump of the changeset is sufficient", async () => {
  const project = released();
  project.change(breakNotes);
  project.changeset("large", "major");
  expect((await project.check()).code).toBe(0);
});

test("requires a minor version for a breaking change while the version is 0.x", async () => {
  const project = released("0.3.0");
  project.change(breakNotes);
  project.changeset("fix", "patch");
  expect((await project.check()).stdout).toContain("@keynest/sdk needs a minor version, but");
  project.changeset("fix", "minor");
  expect((await project.check()).code).toBe(0);
});

test("passes if a sufficient new version has used up the changesets", async () => {
  const project = released();
  project.change(breakNotes);
  project.setVersion("1.1.0");
  project.commit("Release too little");
  expect((await project.check()).code).toBe(1);
  project.setVersion("2.0.0");
  project.commit("Release");
  expect((await project.check()).stdout).toContain("@keynest/sdk has a new major version, which is sufficient.");
});

test("requires a changeset of the branch itself", async () => {
  const project = released();
  project.change(breakNotes);
  project.changeset("others", "major");
  project.commit("Break notes");
  project.git("switch", "--quiet", "--create", "feature");
  project.change(extendNotes);
  project.commit("Extend notes");
  const { code, stdout } = await project.check();
  expect(code).toBe(1);
  expect(stdout).toMatch(/^Since @keynest\/sdk@1\.0\.0: .*\.changeset\/others\.md declares\.$/m);
  expect(stdout).toMatch(/^Since [0-9a-f]{10}: .* needs a minor version, but no changeset declares it/m);
  project.changeset("own", "minor");
  expect((await project.check()).code).toBe(0);
});

test("requires no changeset if a branch reverts an unreleased change", async () => {
  const project = released();
  project.change(breakNotes);
  project.changeset("break", "major");
  project.commit("Break notes");
  project.git("switch", "--quiet", "--create", "revert");
  project.git("revert", "--no-edit", "HEAD");
  const { code, stdout } = await project.check();
  expect(stdout.match(/No change for users/g)).toHaveLength(2);
  expect(code).toBe(0);
});

test("does not count renamed changesets of others", async () => {
  const project = released();
  project.change(breakNotes);
  project.changeset("others", "major");
  project.commit("Break notes");
  project.git("switch", "--quiet", "--create", "feature");
  project.git("mv", ".changeset/others.md", ".changeset/renamed.md");
  project.change(extendNotes);
  project.commit("Extend notes");
  expect((await project.check()).code).toBe(1);
});

test("compares with origin rather than with a branch of the same name", async () => {
  const upstream = released();
  const project = released();
  project.git("remote", "add", "origin", upstream.folder);
  project.git("fetch", "--quiet", "--no-tags", "origin");
  project.git("reset", "--quiet", "--hard", "origin/main");
  project.change(extendNotes);
  project.changeset("first", "minor");
  project.commit("Extend notes, not pushed");
  project.change((files) => {
    files["schemas.yaml"].Note.properties.shared = { type: "boolean" };
  });
  project.commit("Extend notes once more");
  // The changeset is of this branch, too.
  expect((await project.check()).code).toBe(0);
});

test("counts all changesets before the first release", async () => {
  const project = new Project("0.0.0");
  project.changeset("first-release", "minor", "First release.");
  project.commit("First");
  project.change(breakNotes);
  const { code, stdout } = await project.check();
  expect(code).toBe(0);
  expect(stdout).toContain(".changeset/first-release.md declares. Nothing has been released yet");
});

test("passes in a shallow clone without a base, with a message", async () => {
  const project = released();
  project.git("switch", "--quiet", "--create", "feature");
  project.change(breakNotes);
  project.commit("Break notes");
  const folder = mkdtempSync(join(tmpdir(), "shallow-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const options = ["--quiet", "--depth=1", "--no-tags", "--single-branch", "--branch=feature"];
  execFileSync("git", ["clone", ...options, pathToFileURL(project.folder).href, folder], { stdio: "pipe" });
  const { code, stdout } = await captured(() => checkCommand(folder));
  expect(code).toBe(0);
  expect(stdout).toContain("There is nothing to compare spec/ with: this clone has no release tag");
});

test("passes without git, with a message", async () => {
  const project = released();
  rmSync(join(project.folder, ".git"), { recursive: true });
  const { code, stdout } = await project.check();
  expect(code).toBe(0);
  expect(stdout).toContain("There is nothing to compare spec/ with");
});

test("compares with the last commit if there is no release and no other branch", async () => {
  const project = new Project();
  project.git("switch", "--quiet", "--create", "trunk");
  project.commit("First");
  project.change(breakNotes);
  expect((await project.check()).code).toBe(1);
});

test("rejects an invalid changeset in one sentence", async () => {
  const project = released();
  project.change(breakNotes);
  project.write(".changeset/broken.md", "no front matter");
  const { code, stderr } = await project.check();
  expect(code).toBe(2);
  expect(stderr).toMatch(/^\.changeset\/broken\.md is invalid: .*\n$/);
});
