// `pnpm mock`: builds what the mock server needs and leaves it running until Ctrl-C.
import { build } from "./build.ts";

if (await build()) {
  // Only now is there one to import. It reads the arguments itself.
  await import("../packages/mock/bin/keynest-mock.js" as string);
} else {
  process.exitCode = 1;
}
