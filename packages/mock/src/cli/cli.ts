#!/usr/bin/env node
import { checkNode } from "../check-node.ts";
import { keyNest } from "../keynest/default-api.ts";
import { isMockError } from "../mock-error.ts";
import { COMMAND_NAME } from "./command-name.ts";
import type { DefaultApi } from "./default-api.ts";
import type { Io } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** Runs a command. @returns the exit code */
type Command = (args: string[], io: Io, api: DefaultApi) => Promise<number>;

/** Each command is loaded when it is called, to start fast. */
const commands: Record<string, () => Promise<{ run: Command }>> = {
  serve: () => import("./serve.ts"),
  verify: () => import("../verify/command.ts"),
  proxy: () => import("../proxy/command.ts"),
};

/** Whether output was lost. */
let isLost = false;
for (const stream of [process.stdout, process.stderr]) {
  // A reader may leave early, as `head` does, and a terminal may be closed. A server then serves on, verify cleans up,
  // and a report keeps its exit code.
  stream.on("error", ({ code }: NodeJS.ErrnoException) => {
    if (isLost || code === "EPIPE" || code === "EIO") return;
    isLost = true;
    process.exitCode = 2;
    process.stderr.write(`${COMMAND_NAME}: The output could not be written: ${code}.\n`);
  });
}

const [name = "", ...rest] = process.argv.slice(2);
const isNamed = Object.hasOwn(commands, name) && name !== "serve";
try {
  checkNode();
  const { run } = await (commands[isNamed ? name : "serve"] as (typeof commands)[string])();
  const code = await run(isNamed ? rest : process.argv.slice(2), process, keyNest);
  process.exitCode = isLost ? 2 : code;
} catch (error) {
  if (!(error instanceof UsageError) && !isMockError(error)) throw error;
  process.stderr.write(`${COMMAND_NAME}: ${error.message}\n`);
  // For some commands, 1 means violations.
  process.exitCode = error instanceof UsageError || error.code === "node-too-old" ? 2 : 1;
}
