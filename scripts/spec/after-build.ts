import { runTasks } from "../turbo.ts";

/** Runs a command that needs the built generator, and exits with its code; with 2 where the build fails. */
export async function afterBuild(run: () => Promise<number>): Promise<void> {
  const built = await runTasks(["@keynest/codegen#build"]);
  for (const { log, ok } of built) if (!ok) process.stderr.write(log);
  process.exitCode = built.every(({ ok }) => ok) ? await run() : 2;
}
