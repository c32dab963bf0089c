import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the repository. */
export const ROOT: string = fileURLToPath(new URL("..", import.meta.url));

const TURBO = join(ROOT, "node_modules", "turbo", "bin", "turbo");
const SUMMARIES = join(ROOT, ".turbo", "runs");

/** The result of a task, which may come from the cache. */
export interface TaskRun {
  readonly package: string;
  /** Folder of the package, relative to the root. */
  readonly folder: string;
  readonly task: string;
  readonly ok: boolean;
  readonly cached: boolean;
  /** The output of the task. */
  readonly log: string;
}

/**
 * Runs tasks of the packages with Turborepo, which takes results for unchanged inputs from its cache.
 *
 * @param tasks - names of tasks in `turbo.json`
 * @returns the tasks that ran; dependents of a failed task do not run
 */
export async function runTasks(tasks: readonly string[]): Promise<TaskRun[]> {
  // Removes the summary of an interrupted run.
  rmSync(SUMMARIES, { recursive: true, force: true });
  const output: string[] = [];
  const args = [
    "run",
    ...tasks,
    "--continue=dependencies-successful",
    "--summarize",
    // Test runners use several processes each, so more tasks at once would not be faster.
    "--concurrency=2",
    "--output-logs=none",
    "--no-color",
  ];
  const child = spawn(process.execPath, [TURBO, ...args], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  const code = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (exitCode) => resolve(exitCode ?? 1));
  });
  const summary = readSummary();
  if (!summary) throw new Error(`Turborepo failed (exit code ${code}):\n${output.join("")}`);
  return summary.tasks.map(({ package: name, directory, task, execution, cache, logFile }) => ({
    package: name,
    folder: directory,
    task,
    ok: execution?.exitCode === 0,
    cached: cache.status === "HIT",
    log: readLog(logFile),
  }));
}

interface Summary {
  readonly tasks: readonly {
    readonly package: string;
    readonly directory: string;
    readonly task: string;
    readonly execution?: { readonly exitCode: number | null };
    readonly cache: { readonly status: "HIT" | "MISS" };
    readonly logFile: string;
  }[];
}

/** Reads the summary of a run, whose file name Turborepo chooses. */
function readSummary(): Summary | undefined {
  const files = existsSync(SUMMARIES) ? readdirSync(SUMMARIES) : [];
  const file = files.find((name) => name.endsWith(".json"));
  return file === undefined ? undefined : JSON.parse(readFileSync(join(SUMMARIES, file), "utf8"));
}

function readLog(file: string): string {
  try {
    return readFileSync(join(ROOT, file), "utf8");
  } catch {
    return "";
  }
}
