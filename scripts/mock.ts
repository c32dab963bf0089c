// `pnpm mock`: builds what the mock server needs and leaves it running until Ctrl-C.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "./build.ts";
import { ROOT } from "./turbo.ts";

if (await build()) {
  const command = join(ROOT, "packages", "mock", "bin", "keynest-mock.js");
  const child = spawn(process.execPath, [command, ...process.argv.slice(2)], { stdio: "inherit" });
  // The terminal sends Ctrl-C to both; the server ends cleanly, and its exit code is ours.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
} else {
  process.exitCode = 1;
}
