// `pnpm build`: generates the SDK and builds every package.
import { mark, say, secondsSince, style } from "./terminal.ts";
import { runTasks, type TaskRun } from "./turbo.ts";

/** Builds all packages and prints a line; on failure what failed. @returns Whether all went well. */
export async function build(): Promise<boolean> {
  const started = performance.now();
  // One after the other: building reads what generating writes.
  const generated = await runTasks(["generate"]);
  const built = generated.every((run) => run.ok) ? await runTasks(["build"]) : [];
  const runs = [...generated, ...built.filter(({ package: owner, task }) => !isAmong(generated, owner, task))];
  const ok = runs.every((run) => run.ok);
  const fresh = runs.filter((run) => !run.cached).length;
  const note = `${fresh === 0 ? "nothing had changed" : `${fresh} of ${runs.length} steps`}, ${secondsSince(started)}`;
  say(`${mark(ok)} Generated the SDK from spec/ and built the packages ${style("dim", `(${note})`)}`);
  for (const run of runs)
    if (!run.ok) say(`\n${style("red", `${run.package} ${run.task} failed:`)}\n${run.log.trim()}`);
  return ok;
}

function isAmong(runs: readonly TaskRun[], owner: string, task: string): boolean {
  return runs.some((run) => run.package === owner && run.task === task);
}

if (import.meta.main) process.exitCode = (await build()) ? 0 : 1;
