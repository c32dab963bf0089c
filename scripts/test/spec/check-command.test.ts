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

test("passes where nothing changed", async () => {
  const { code, stdout } = await released().check();
  expect(code).toBe(0);
  expect(stdout).toContain("Since @keynest/sdk@1.0.0: Nothing changes for users.");
});

test("fails where a change has no changeset, and says what to do", async () => {
  const project = released();
  project.change(breakNotes);
  const { code, stdout } = await project.check();
  expect(code).toBe(1);
  expect(stdout).toContain(
    "A major version of @keynest/sdk is needed, and no changeset gives it. Write one: npm run spec:changeset",
  );
});

test("fails where the changeset is too small", async () => {
  const project = released();
  project.change(breakNotes);
  project.changeset("small", "minor");
  const { code, stdout } = await project.check();
  expect(code).toBe(1);
  expect(stdout).toContain(
    "A major version of @keynest/sdk is needed, but .changeset/small.md gives only a minor one. Write another",
  );
});

test("fails where the changeset is for another package", async () => {
  const project = released();
  project.change(breakNotes);
  project.write(".changeset/other.md", '---\n"@keynest/mock": major\n---\n\nSomething.\n');
  expect((await project.check()).code).toBe(1);
});

test("passes where the changeset is large enough", async () => {
  const project = released();
  project.change(breakNotes);
  project.changeset("large", "major");
  expect((await project.check()).code).toBe(0);
});

test("asks for a minor version where something breaks while the version is 0.x", async () => {
  const project = released("0.3.0");
  project.change(breakNotes);
  project.changeset("fix", "patch");
  expect((await project.check()).stdout).toContain("A minor version of @keynest/sdk is needed, but");
  project.changeset("fix", "minor");
  expect((await project.check()).code).toBe(0);
});

test("passes where the changesets have been used up by a version that moved as far", async () => {
  const project = released();
  project.change(breakNotes);
  project.setVersion("1.1.0");
  project.commit("Release too little");
  expect((await project.check()).code).toBe(1);
  project.setVersion("2.0.0");
  project.commit("Release");
  expect((await project.check()).stdout).toContain("@keynest/sdk has moved by a major version, which is enough.");
});

test("asks a branch for a changeset of its own, however large those of others are", async () => {
  const project = released();
  project.change(breakNotes);
  project.changeset("others", "major");
  project.commit("Break notes");
  project.git("switch", "--quiet", "--create", "feature");
  project.change(extendNotes);
  project.commit("Extend notes");
  const { code, stdout } = await project.check();
  expect(code).toBe(1);
  expect(stdout).toMatch(/^Since @keynest\/sdk@1\.0\.0: .*\.changeset\/others\.md gives it\.$/m);
  expect(stdout).toMatch(/^Since [0-9a-f]{10}: A minor version .* no changeset gives it/m);
  project.changeset("own", "minor");
  expect((await project.check()).code).toBe(0);
});

test("asks for nothing where a branch takes back what was never released", async () => {
  const project = released();
  project.change(breakNotes);
  project.changeset("break", "major");
  project.commit("Break notes");
  project.git("switch", "--quiet", "--create", "revert");
  project.git("revert", "--no-edit", "HEAD");
  const { code, stdout } = await project.check();
  expect(stdout.match(/Nothing changes for users/g)).toHaveLength(2);
  expect(code).toBe(0);
});

test("counts no changeset of others that a branch gave another name", async () => {
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
  expect(stdout).toContain(".changeset/first-release.md gives it. Nothing has been released yet");
});

test("passes, and says so, where a shallow clone has nothing to compare with", async () => {
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

test("passes, and says so, where there is no git at all", async () => {
  const project = released();
  rmSync(join(project.folder, ".git"), { recursive: true });
  const { code, stdout } = await project.check();
  expect(code).toBe(0);
  expect(stdout).toContain("There is nothing to compare spec/ with");
});

test("compares with the last commit where there is neither a release nor another branch", async () => {
  const project = new Project();
  project.git("switch", "--quiet", "--create", "trunk");
  project.commit("First");
  project.change(breakNotes);
  expect((await project.check()).code).toBe(1);
});

test("cannot run where a changeset is malformed, and says so in one sentence", async () => {
  const project = released();
  project.change(breakNotes);
  project.write(".changeset/broken.md", "no front matter");
  const { code, stderr } = await project.check();
  expect(code).toBe(2);
  expect(stderr).toMatch(/^\.changeset\/broken\.md is invalid: .*\n$/);
});
