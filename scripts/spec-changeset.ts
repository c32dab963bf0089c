// `pnpm spec:changeset`: see `--help`.
import { afterBuild } from "./spec/after-build.ts";

await afterBuild(async () => {
  // Imported dynamically, because the generator exists only after the build.
  const { changesetCommand } = await import("./spec/changeset-command.ts");
  return changesetCommand(process.argv.slice(2), process.cwd());
});
