// `pnpm dev`: on every save in spec/, generates the SDK again and restarts the mock server on the same port.
import { watch } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { build } from "./build.ts";
import { say, style } from "./terminal.ts";
import { ROOT } from "./turbo.ts";

/** Editors save in several steps; a pause this long in milliseconds means that they are done. */
const SETTLED_MS = 100;

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

await build();
const { startMock } = await import("@keynest/mock");
let mock = await startMock();
say(`Mock server: ${style("bold", mock.url)}. Waiting for changes in spec/; Ctrl-C ends this.`);
try {
  for await (const file of changes(join(ROOT, "spec"))) {
    say(`\n${file} changed.`);
    if (!(await build())) continue;
    await mock.close();
    mock = await startMock({ port: Number(new URL(mock.url).port) });
    say(`Mock server restarted: ${mock.url}`);
  }
} finally {
  await mock.close();
}

/** Names of changed YAML files, one for each burst of changes, until the process is told to end. */
async function* changes(folder: string): AsyncGenerator<string> {
  let changed: string | undefined;
  let wake = (): void => {};
  const watcher = watch(folder, { recursive: true, signal: stop.signal }, (_event, file) => {
    if (!file?.endsWith(".yaml") || file.includes("node_modules")) return;
    changed = file;
    wake();
  });
  stop.signal.addEventListener("abort", () => wake());
  try {
    while (!stop.signal.aborted) {
      if (changed === undefined) await new Promise<void>((resolve) => (wake = resolve));
      if (stop.signal.aborted) return;
      const file = changed ?? "";
      await delay(SETTLED_MS);
      changed = undefined;
      yield file;
    }
  } finally {
    watcher.close();
  }
}
