// `pnpm spec:diff`: see `--help`.
import { afterBuild } from "./spec/after-build.ts";

await afterBuild(async () => {
  // Only now is there a generator to import.
  const { diffCommand } = await import("./spec/diff-command.ts");
  return diffCommand(process.argv.slice(2), process.cwd());
});
