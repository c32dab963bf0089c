// `pnpm dev`: on every save in spec/, generates the SDK again and restarts the mock server on the same port.
import { once } from "node:events";
import { join, relative } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Mock } from "@keynest/mock";
import { watch } from "chokidar";
import { build } from "./build.ts";
import { printLine, style } from "./terminal.ts";
import { ROOT } from "./turbo.ts";

/** Editors save in several steps. After a pause of this many milliseconds, the file is complete. */
const SETTLED_MS = 100;

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

let mock = (await build()) ? await startMock() : undefined;
printLine(`${mock ? `Mock server: ${style("bold", mock.url)}. ` : ""}Watching spec/. Press Ctrl-C to stop.`);
try {
  for await (const file of changes(join(ROOT, "spec"))) {
    printLine(`\n${file} changed.`);
    if (!(await build())) continue;
    const port = mock ? Number(new URL(mock.url).port) : 0;
    await mock?.close();
    mock = await startMock(port);
    printLine(`Mock server: ${mock.url}`);
  }
} finally {
  await mock?.close();
}

/** Imported dynamically, because the mock server exists only after a build. */
async function startMock(port = 0): Promise<Mock> {
  const { startMock: start } = await import("@keynest/mock");
  return start({ port });
}

/** Yields the name of a changed YAML file for each burst of changes, until the process is interrupted. */
async function* changes(folder: string): AsyncGenerator<string> {
  // chokidar, because Node's watcher loses files that editors replace when they save.
  const watcher = watch(folder, { ignored: /node_modules|dist/, ignoreInitial: true });
  const stopped = once(stop.signal, "abort");
  let changed = "";
  let noticed = Promise.withResolvers<void>();
  watcher.on("all", (_event, file) => {
    if (!file.endsWith(".yaml")) return;
    changed = relative(folder, file);
    noticed.resolve();
  });
  try {
    for (;;) {
      await Promise.race([noticed.promise, stopped]);
      if (stop.signal.aborted) return;
      await delay(SETTLED_MS);
      noticed = Promise.withResolvers<void>();
      yield changed;
    }
  } finally {
    await watcher.close();
  }
}
