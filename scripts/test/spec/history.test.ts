import { readChangesets } from "@changesets/read";
import type { Change } from "@keynest/codegen";
import { expect, test } from "vitest";
import { HISTORY, REFACTORINGS, TEXTS, TYPES } from "./history.ts";
import { type Outcome, Project } from "./project.ts";

interface Report {
  readonly changes: readonly Change[];
  readonly bump: { readonly needed: string | null; readonly isSufficient: boolean };
}

const read = ({ stdout }: Outcome): Report => JSON.parse(stdout) as Report;

test("gives each of twenty changes its bump, its text, and its own changeset", { timeout: 60_000 }, async () => {
  const project = new Project();
  project.commit("First");
  project.git("tag", "@keynest/sdk@1.0.0");
  expect(HISTORY).toHaveLength(20);
  for (const { what, edit, bump, messages, code } of HISTORY) {
    project.change(edit);
    const known = new Set(project.changesets().keys());

    // Since the last commit, there is this change and no changeset for it.
    const missing = await project.diff("--base", "HEAD", "--json");
    const { changes, bump: asked } = read(missing);
    expect(
      changes.map(({ message }) => message),
      what,
    ).toEqual(messages);
    expect(asked, what).toMatchObject({ needed: bump ?? null, isSufficient: false });
    expect(missing.code, what).toBe(1);

    // Since the release, all the others are told of already.
    expect(await project.writeChangeset(), what).toMatchObject({ code: 0, stderr: "" });
    const fresh = [...project.changesets()].filter(([name]) => !known.has(name));
    const [[, text] = ["", ""]] = fresh;
    expect(fresh, what).toHaveLength(1);
    for (const message of messages) expect(text, what).toContain(`${message}.`);
    for (const line of code ?? []) expect(text, what).toContain(line);
    const [changeset] = (await readChangesets(project.folder)).filter(({ id }) => !known.has(`${id}.md`));
    expect(changeset?.releases, what).toEqual([
      { name: "@keynest/sdk", type: bump },
      { name: "@keynest/mock", type: bump },
    ]);
    expect((await project.diff("--base", "HEAD")).code, what).toBe(0);

    // Again, there is nothing to say.
    expect((await project.writeChangeset()).stdout, what).toBe("The changesets describe every change.\n");
    expect(project.changesets().size, what).toBe(known.size + 1);
    project.commit(what);
  }
  expect((await project.check()).code).toBe(0);
});

test.each(REFACTORINGS)("finds nothing in $what", async ({ edit }) => {
  const project = new Project();
  project.commit("First");
  project.git("tag", "@keynest/sdk@1.0.0");
  project.change(edit);
  expect(project.git("status", "--porcelain", "spec")).not.toBe("");
  const outcome = await project.diff("--json");
  expect(read(outcome)).toMatchObject({ changes: [], bump: { needed: null, isSufficient: true } });
  expect(outcome.code).toBe(0);
  const written = await project.writeChangeset();
  expect(written).toMatchObject({ code: 0, stdout: expect.stringMatching(/^No change for users/) });
  expect(project.changesets().size).toBe(0);
});

test.each(TYPES)("requires a changeset for $what", async ({ edit, message }) => {
  const project = new Project();
  project.commit("First");
  project.git("tag", "@keynest/sdk@1.0.0");
  project.change(edit);
  const outcome = await project.diff("--json");
  expect(read(outcome)).toMatchObject({ changes: [{ level: "breaking", message }], bump: { needed: "major" } });
  expect(outcome.code).toBe(1);
});

test.each(TEXTS)("requires no changeset for $what", async ({ edit }) => {
  const project = new Project();
  project.commit("First");
  project.change(edit);
  const outcome = await project.diff("--json");
  expect(read(outcome).changes).toMatchObject([{ level: "documentation" }]);
  expect(outcome.code).toBe(0);
  expect(await project.writeChangeset()).toMatchObject({
    code: 0,
    stdout: "Only texts changed. No changeset is needed.\n",
  });
  expect(project.changesets().size).toBe(0);
});
