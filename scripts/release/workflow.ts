import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { runCommand } from "../command.ts";
import { ROOT } from "../turbo.ts";

/** A part of a job that is a script. */
export interface ScriptStep {
  readonly run: string;
  /** Variables; some have expressions that only GitHub knows. */
  readonly env: Readonly<Record<string, string>>;
}

/** The scripts of the release workflow that run with rights, so that they run here without any. */
export function readReleaseStep(job: "publish" | "pull-request" | "releases"): ScriptStep {
  const file = join(ROOT, ".github", "workflows", "release.yml");
  const { jobs } = parse(readFileSync(file, "utf8")) as Workflow;
  const step = jobs[job]?.steps.find(({ id }) => id === job);
  if (step?.run === undefined) throw new Error(`The job ${job} of release.yml has no script of that name.`);
  return { run: step.run, env: step.env ?? {} };
}

/**
 * Runs a script as GitHub does.
 *
 * @param cwd Folder to run in.
 * @param env Variables, which take the place of those of the step.
 * @returns What it printed.
 */
export function runStep(
  step: ScriptStep,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const args = ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run];
  return runCommand(bash(), args, { cwd, env, timeoutMs: 300_000 });
}

/** On Windows, the first one on the path may be that of a Linux; Git always brings one. */
function bash(): string {
  if (process.platform !== "win32") return "bash";
  const core = execFileSync("git", ["--exec-path"], { encoding: "utf8" }).trim();
  return join(core, "..", "..", "..", "bin", "bash.exe");
}

interface Workflow {
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly steps: readonly (Partial<ScriptStep> & { readonly id?: string })[];
}
