// `pnpm build`: generates the SDK and builds every package.
import { printLine, secondsSince, statusMark, style } from "./terminal.ts";
import { runTasks, type TaskRun } from "./turbo.ts";

/** Builds all packages, and prints a line or the failures. Returns whether all steps passed. */
export async function build(): Promise<boolean> {
  const started = performance.now();
  // In order: the build reads generated files.
  const generated = await runTasks(["generate"]);
  const built = generated.every((run) => run.ok) ? await runTasks(["build"]) : [];
  const runs = [...generated, ...built.filter(({ package: owner, task }) => !isAmong(generated, owner, task))];
  const ok = runs.every((run) => run.ok);
  const fresh = runs.filter((run) => !run.cached).length;
  const note = `${fresh === 0 ? "up to date" : `${fresh} of ${runs.length} steps`}, ${secondsSince(started)}`;
  printLine(`${statusMark(ok)} Generated the SDK from spec/ and built all packages ${style("dim", `(${note})`)}`);
  for (const run of runs)
    if (!run.ok) printLine(`\n${style("red", `${run.package} ${run.task} failed:`)}\n${run.log.trim()}`);
  return ok;
}

function isAmong(runs: readonly TaskRun[], owner: string, task: string): boolean {
  return runs.some((run) => run.package === owner && run.task === task);
}

if (import.meta.main) process.exitCode = (await build()) ? 0 : 1;
