import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../turbo.ts";

// `script` of util-linux gives a program a terminal; other systems have another one.
test.skipIf(process.platform !== "linux")("Ctrl-C in a terminal is left to the terminal, which tells all", async () => {
  const command = `"${process.execPath}" "${join(ROOT, "scripts/bootstrap.mjs")}" test/fixtures/count-interrupts`;
  const terminal = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(terminal, "exit");
  let printed = "";
  for await (const chunk of terminal.stdout) {
    printed += chunk;
    const [, bootstrap] = /^Started by (\d+)\.\r\n/.exec(printed) ?? [];
    if (!bootstrap) continue;
    process.kill(Number(bootstrap), "SIGINT");
    // This one is handed on, after what came before.
    process.kill(Number(bootstrap), "SIGTERM");
    break;
  }
  expect(await ended).toEqual([0, null]);
});
