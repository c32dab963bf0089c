// `pnpm mock`: builds and starts the mock server, which runs until Ctrl-C.
import { build } from "./build.ts";

if (await build()) {
  // Imported dynamically, because it exists only after the build. It reads the arguments itself.
  await import("../packages/mock/bin/keynest-mock.js" as string);
} else {
  process.exitCode = 1;
}
