// `pnpm spec:diff`: see `--help`.
import { afterBuild } from "./spec/after-build.ts";

await afterBuild(async () => {
  // Imported dynamically, because the generator exists only after the build.
  const { diffCommand } = await import("./spec/diff-command.ts");
  return diffCommand(process.argv.slice(2), process.cwd());
});
