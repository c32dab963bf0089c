import { runTasks } from "../turbo.ts";

/** Builds the generator and runs a command. Exits with the code of the command, or with 2 if the build fails. */
export async function afterBuild(run: () => Promise<number>): Promise<void> {
  const built = await runTasks(["@keynest/codegen#build"]);
  for (const { log, ok } of built) if (!ok) process.stderr.write(log);
  process.exitCode = built.every(({ ok }) => ok) ? await run() : 2;
}
