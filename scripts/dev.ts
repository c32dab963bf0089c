// `pnpm dev`: on every save in spec/, generates the SDK again and restarts the mock server on the same port.
import { once } from "node:events";
import { join, relative } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Mock } from "@keynest/mock";
import { watch } from "chokidar";
import { build } from "./build.ts";
import { say, style } from "./terminal.ts";
import { ROOT } from "./turbo.ts";

/** Editors save in several steps; a pause this long in milliseconds means that they are done. */
const SETTLED_MS = 100;

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

let mock = (await build()) ? await startMock() : undefined;
say(`${mock ? `Mock server: ${style("bold", mock.url)}. ` : ""}Waiting for changes in spec/; Ctrl-C ends this.`);
try {
  for await (const file of changes(join(ROOT, "spec"))) {
    say(`\n${file} changed.`);
    if (!(await build())) continue;
    const port = mock ? Number(new URL(mock.url).port) : 0;
    await mock?.close();
    mock = await startMock(port);
    say(`Mock server: ${mock.url}`);
  }
} finally {
  await mock?.close();
}

/** Only after a build is there a mock server to import. */
async function startMock(port = 0): Promise<Mock> {
  const { startMock: start } = await import("@keynest/mock");
  return start({ port });
}

/** Names of changed YAML files, one for each burst of changes, until the process is told to end. */
async function* changes(folder: string): AsyncGenerator<string> {
  // chokidar, because Node's own watcher loses sight of files that editors replace when they save.
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
