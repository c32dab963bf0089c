import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { ROOT } from "../turbo.ts";

const BOOTSTRAP = join(ROOT, "scripts", "bootstrap.mjs");

// `script` of util-linux gives a program a terminal; other systems have another one.
test.skipIf(process.platform !== "linux")("Ctrl-C in a terminal is left to the terminal, which tells all", async () => {
  const command = `"${process.execPath}" "${BOOTSTRAP}" test/fixtures/count-interrupts`;
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

test("tests run on the Node of npm, not on the one that npm finds in node_modules", async () => {
  // The same one, by another name.
  const path = `${dirname(process.execPath)}/./${basename(process.execPath)}`;
  const env = { ...process.env, npm_node_execpath: path };
  const args = [BOOTSTRAP, "test/fixtures/print-starter"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  expect(stdout).toBe(`${path} ${process.versions.node}\n`);
});
