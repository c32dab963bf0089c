#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { isMockError } from "../mock-error.ts";
import { startMock } from "../start-mock.ts";
import { banner, wantsColour } from "./banner.ts";
import { help, parseOptions, UsageError } from "./cli-options.ts";

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError) && !isMockError(error)) throw error;
  process.stderr.write(`keynest-mock: ${error.message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function run(args: string[]): Promise<number> {
  const { mode, mockOptions } = parseOptions(args);
  if (mode === "help") return print(help);
  if (mode === "version") return print(`${version()}\n`);
  const stop = new Promise((resolve) => {
    // Once only: a second Ctrl-C ends the process at once, should closing ever take long.
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  const mock = await startMock(mockOptions);
  print(banner(mock, wantsColour(process.stdout, process.env)));
  await stop;
  await mock.close();
  return 0;
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

function version(): string {
  return JSON.parse(readFileSync(new URL(import.meta.resolve("@keynest/mock/package.json")), "utf8")).version;
}
