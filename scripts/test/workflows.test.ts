import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { CommandError, pathOf, runCommand } from "../command.ts";
import { startRegistry } from "../release/registry.ts";
import { ROOT } from "../turbo.ts";

interface Workflow {
  readonly permissions: Record<string, string>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: { readonly os: string[]; readonly node: number[] } };
  readonly needs?: string;
  readonly steps: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

const FOLDER = join(ROOT, ".github", "workflows");
const read = (file: string): Workflow => parse(readFileSync(join(FOLDER, file), "utf8"));
const all = readdirSync(FOLDER).map((file) => [file, read(file)] as const);

test("CI runs npm test on three systems, with three releases of Node", () => {
  const { strategy, steps } = read("ci.yml").jobs.test ?? {};
  expect(strategy?.matrix.os.map((os) => os.split("-")[0])).toEqual(["ubuntu", "macos", "windows"]);
  expect(strategy?.matrix.node).toEqual([22, 24, 26]);
  expect(steps?.map(({ run }) => run)).toContain("npm test");
});

test.each(all)("%s pins each action to a whole version", (_file, { jobs }) => {
  const used = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((uses) => !/@v\d+\.\d+\.\d+$/.test(uses))).toEqual([]);
});

test.each(all)("%s lets nothing write but the job that has to", (_file, { permissions, jobs }) => {
  expect(Object.values(permissions)).not.toContain("write");
  const writers = Object.entries(jobs).filter(([, job]) => Object.values(job.permissions ?? {}).includes("write"));
  for (const [name] of writers) expect(["publish", "version"]).toContain(name);
});

test.each(all)("%s leaves no credential of Git beside the code that it runs", (_file, { jobs }) => {
  const checkouts = Object.values(jobs).flatMap(({ steps }) =>
    steps.filter(({ uses }) => /\/checkout@/.test(uses ?? "")),
  );
  expect(checkouts.length).toBeGreaterThan(0);
  for (const checkout of checkouts) expect(checkout.with?.["persist-credentials"]).toBe(false);
});

test("only the job that publishes can prove who it is, and it comes after the tests", () => {
  const { jobs } = read("release.yml");
  const provers = Object.keys(jobs).filter((name) => jobs[name]?.permissions?.["id-token"]);
  expect(provers).toEqual(["publish"]);
  expect(jobs.publish?.needs).toBe("test");
  expect(jobs.test?.steps.at(-1)?.run).toBe("npm test");
});

test("every script that a workflow runs exists", () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: object };
  const lines = all.flatMap(([, { jobs }]) =>
    Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? [])),
  );
  const named = lines.flatMap((line) => [...line.matchAll(/npm (?:run )?([\w:-]+)/g)].map(([, name = ""]) => name));
  expect(named).toContain("test:matrix");
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test("the pnpm that publishes heeds how the workflow asks for provenance", async () => {
  const step = read("release.yml").jobs.publish?.steps.at(-1);
  const folder = mkdtempSync(join(tmpdir(), "provenance-"));
  try {
    await using registry = await startRegistry(join(folder, "registry"));
    writeFileSync(join(folder, ".npmrc"), registry.npmrc);
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "@keynest/provenance", version: "1.0.0" }));
    const publish = (env: Readonly<Record<string, string>> = {}) => {
      const options = {
        cwd: folder,
        env: { PATH: pathOf(ROOT), GITHUB_ACTIONS: undefined, GITLAB_CI: undefined, ...env },
      };
      return runCommand("pnpm", ["publish", "--no-git-checks", "--json"], options);
    };
    // Here is no CI that could vouch for anything, so being asked to is an error.
    const error = await publish(step?.env).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CommandError);
    expect((error as CommandError).output).toContain("ERR_PNPM_PROVENANCE_UNSUPPORTED_PROVIDER");
    expect(JSON.parse(await publish())).toMatchObject({ version: "1.0.0" });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
