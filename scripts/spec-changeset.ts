// `pnpm spec:changeset`: see `--help`.
import { afterBuild } from "./spec/after-build.ts";

await afterBuild(async () => {
  // Only now is there a generator to import.
  const { changesetCommand } = await import("./spec/changeset-command.ts");
  return changesetCommand(process.argv.slice(2), process.cwd());
});
