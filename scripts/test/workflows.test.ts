import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { readReleaseStep } from "../release/workflow.ts";
import { ROOT } from "../turbo.ts";

interface Workflow {
  readonly permissions: Record<string, string>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: { readonly os: string[]; readonly node: number[] } };
  readonly needs?: string | readonly string[];
  readonly steps: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** The jobs that may write, and what. */
const RIGHTS: Readonly<Record<string, readonly string[]>> = {
  "pull-request": ["contents", "pull-requests"],
  publish: ["id-token"],
  releases: ["contents"],
};

const FOLDER = join(ROOT, ".github", "workflows");
const read = (file: string): Workflow => parse(readFileSync(join(FOLDER, file), "utf8"));
const all = readdirSync(FOLDER).map((file) => [file, read(file)] as const);

test("CI runs npm test on three systems, with three releases of Node", () => {
  const { strategy, steps } = read("ci.yml").jobs.test ?? {};
  expect(strategy?.matrix.os.map((os) => os.split("-")[0])).toEqual(["ubuntu", "macos", "windows"]);
  expect(strategy?.matrix.node).toEqual([22, 24, 26]);
  expect(steps?.map(({ run }) => run)).toContain("npm test");
});

test.each(all)("%s pins each action to a commit, and says of which version", (file) => {
  const lines = readFileSync(join(FOLDER, file), "utf8").split("\n");
  const used = lines.filter((line) => /\buses:/.test(line));
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((line) => !/ uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
});

test("a version of an action is the same commit everywhere", () => {
  const texts = all.map(([file]) => readFileSync(join(FOLDER, file), "utf8"));
  const pins = texts.flatMap((text) => [...text.matchAll(/uses: ([\w-]+\/[\w-]+)\S*@(\S+) # (\S+)/g)]);
  const commits = new Map(pins.map(([, repository, commit, version]) => [`${repository} ${version}`, commit]));
  for (const [, repository, commit, version] of pins) expect(commits.get(`${repository} ${version}`)).toBe(commit);
});

test.each(all)("%s gives write permission only to the jobs that need it", (_file, { permissions, jobs }) => {
  expect(Object.values(permissions)).not.toContain("write");
  for (const [name, job] of Object.entries(jobs)) {
    const rights = Object.entries(job.permissions ?? {}).filter(([, right]) => right === "write");
    expect(rights.map(([right]) => right)).toEqual(RIGHTS[name] ?? []);
  }
});

test.each(Object.keys(RIGHTS))("the privileged job %s runs no code of the repository or its dependencies", (name) => {
  const { steps } = read("release.yml").jobs[name] ?? { steps: [] };
  const actions = steps.flatMap(({ uses }) => uses?.split("@")[0] ?? []);
  const harmless = ["actions/checkout", "actions/download-artifact", "actions/setup-node"];
  expect(actions.filter((action) => !harmless.includes(action))).toEqual([]);
  const [script, ...others] = steps.flatMap(({ run }) => run ?? []);
  expect(others).toEqual([]);
  expect(script).not.toMatch(/\bnpm (run|test|ci|install|exec|start)\b|\bnpx\b|\bnode\b|\bpnpm\b|node_modules/);
});

test("every artifact is checked by its hashes before it is used", () => {
  for (const name of Object.keys(RIGHTS)) {
    const lines = readReleaseStep(name as "publish")
      .run.trim()
      .split("\n");
    const check = lines.findIndex((line) => line.includes("sha256sum --check --strict"));
    const use = lines.findIndex((line) => /\b(npm|gh|git) /.test(line));
    expect(check).toBeGreaterThanOrEqual(0);
    expect(check).toBeLessThan(use);
  }
});

test("no workflow script contains an expression that others control", () => {
  const scripts = all.flatMap(([, { jobs }]) =>
    Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? [])),
  );
  expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
});

test.each(all)("%s does not keep Git credentials in the checkout", (_file, { jobs }) => {
  const checkouts = Object.values(jobs).flatMap(({ steps }) =>
    steps.filter(({ uses }) => /\/checkout@/.test(uses ?? "")),
  );
  expect(checkouts.length).toBeGreaterThan(0);
  for (const checkout of checkouts) expect(checkout.with?.["persist-credentials"]).toBe(false);
});

test("the job that packs the packages tests them first", () => {
  const { jobs } = read("release.yml");
  expect(jobs.publish?.needs).toBe("pack");
  expect(jobs.releases?.needs).toEqual(["pack", "publish"]);
  const commands = jobs.pack?.steps.flatMap(({ run }) => run ?? []) ?? [];
  expect(commands.slice(0, 2)).toEqual(["npm run build", "npm test"]);
  expect(commands[2]).toMatch(/^npm run release:pack /);
});

test("the job that publishes has the Node that everything else runs on", () => {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const setup = read("release.yml").jobs.publish?.steps.find(({ uses }) => uses?.startsWith("actions/setup-node@"));
  expect(setup?.with?.["node-version"]).toBe(devDependencies.node);
});

test("every script that a workflow runs exists", () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: object };
  const lines = all.flatMap(([, { jobs }]) =>
    Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? [])),
  );
  const named = lines.flatMap((line) => [...line.matchAll(/npm (?:run )?([\w:-]+)/g)].map(([, name = ""]) => name));
  expect(named).toEqual(expect.arrayContaining(["test:matrix", "release:pack", "release:version"]));
  // The commands of npm that the job which publishes runs.
  expect(named.filter((name) => !(name in scripts) && !["view", "publish"].includes(name))).toEqual([]);
});
