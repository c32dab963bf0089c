// `pnpm generate`: generates src/generated of the SDK from spec/. `--check` only compares, and exits with 1 on a difference.
import { printLine } from "./terminal.ts";
import { runTasks } from "./turbo.ts";

const check = process.argv.includes("--check");
const runs = await runTasks([check ? "generate:check" : "generate"]);
for (const { log, ok, task } of runs) if (!ok || task.startsWith("generate")) printLine(lastWords(log));
process.exitCode = runs.every(({ ok }) => ok) ? 0 : 1;

/** Removes the line with the command from a log. */
function lastWords(log: string): string {
  return log.replace(/^\$ .*\n/m, "").trim();
}
