import { readFileSync } from "node:fs";
import { isMockError } from "../mock-error.ts";
import { type Mock, type MockOptions, startMock } from "../start-mock.ts";
import { banner, wantsColour } from "./banner.ts";
import type { Io } from "./cli.ts";
import { help, parseOptions } from "./cli-options.ts";
import { jsonLine, requestLines } from "./request-lines.ts";

/** Runs the mock server until it is told to stop. */
export async function run(args: string[], { stdout, stderr, env }: Io): Promise<number> {
  const { mode, mockOptions, watch, quiet, json } = parseOptions(args);
  const print = (text: string): number => {
    stdout.write(text);
    return 0;
  };
  if (mode === "help") return print(help);
  if (mode === "version") return print(`${version()}\n`);
  const stop = new Promise((resolve) => {
    // Once only: a second Ctrl-C ends the process at once, should closing ever take long.
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  const colour = wantsColour(stdout, env);
  const say: Pick<MockOptions, "onRequest"> = quiet
    ? {}
    : { onRequest: (request) => print(json ? jsonLine(request) : requestLines(request, colour)) };
  const mock = await startMock({ ...mockOptions, ...say });
  const watcher = watch ? await watchDescription(mock, mockOptions.description as string, stderr) : undefined;
  if (json) print(`${JSON.stringify({ url: mock.url, operations: mock.operationCount })}\n`);
  else print(banner(mock, colour, mockOptions.stateful));
  await stop;
  await watcher?.close();
  await mock.close();
  return 0;
}

/** Reads the description again whenever a file beside it changes; one that cannot be read leaves the old one in place. */
async function watchDescription(mock: Mock, file: string, stderr: NodeJS.WriteStream) {
  const { watchFiles } = await import("./watch-files.ts");
  const reload = async (): Promise<void> => {
    try {
      await mock.reload();
      stderr.write(`keynest-mock: ${file} read again, ${mock.operationCount} operations.\n`);
    } catch (error) {
      if (!isMockError(error)) throw error;
      stderr.write(`keynest-mock: ${error.message.replace(/\.$/, "")}. The former description is still served.\n`);
    }
  };
  return watchFiles(file, reload, (error) => stderr.write(`keynest-mock: Not watched: ${(error as Error).message}\n`));
}

function version(): string {
  const file = new URL(import.meta.resolve("@keynest/mock/package.json"));
  return JSON.parse(readFileSync(file, "utf8")).version;
}
