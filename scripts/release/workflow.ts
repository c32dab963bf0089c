import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { runCommand } from "../command.ts";
import { ROOT } from "../turbo.ts";

/** A script step of a job. */
export interface ScriptStep {
  readonly run: string;
  /** Environment variables, some with expressions that only GitHub can evaluate. */
  readonly env: Readonly<Record<string, string>>;
}

/** Reads a script of a privileged job of the release workflow, to run it without privileges. */
export function readReleaseStep(job: "publish" | "pull-request" | "releases"): ScriptStep {
  const file = join(ROOT, ".github", "workflows", "release.yml");
  const { jobs } = parse(readFileSync(file, "utf8")) as Workflow;
  const step = jobs[job]?.steps.find(({ id }) => id === job);
  if (step?.run === undefined) throw new Error(`The job ${job} of release.yml has no script with this name.`);
  return { run: step.run, env: step.env ?? {} };
}

/**
 * Runs a script like GitHub.
 *
 * @param cwd - working directory
 * @param env - environment variables that override those of the step
 * @returns the output
 */
export function runStep(
  step: ScriptStep,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const args = ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run];
  return runCommand(bash(), args, { cwd, env, timeoutMs: 300_000 });
}

/** On Windows, the first bash on the PATH may belong to WSL, so use the one of Git. */
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
