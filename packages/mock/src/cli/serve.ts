import { readFileSync } from "node:fs";
import { isMockError } from "../mock-error.ts";
import type { Mock, MockServerOptions } from "../server/mock.ts";
import { banner, wantsColour } from "./banner.ts";
import { COMMAND_NAME } from "./command-name.ts";
import type { DefaultApi } from "./default-api.ts";
import type { Io } from "./io.ts";
import { jsonLine, requestLines } from "./request-lines.ts";
import { parseServeOptions, serveHelp } from "./serve-options.ts";

/** Runs the mock server until it is told to stop. */
export async function run(args: string[], { stdout, stderr, env }: Io, api: DefaultApi): Promise<number> {
  const { mode, server, spec, banner: lines, watch, quiet, json } = parseServeOptions(args, env, api);
  const print = (text: string): number => {
    stdout.write(text);
    return 0;
  };
  if (mode === "help") return print(serveHelp(api));
  if (mode === "version") return print(`${version()}\n`);
  const stop = new Promise((resolve) => {
    // Once only: a second Ctrl-C ends the process at once if closing takes long.
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  const colour = wantsColour(stdout, env);
  const say: Pick<MockServerOptions, "onRequest"> = quiet
    ? {}
    : { onRequest: (request) => print(json ? jsonLine(request) : requestLines(request, colour)) };
  // Prism takes longer to load than to start, so it is loaded when first needed.
  const { openMock } = await import("../server/open-mock.ts");
  const mock = await openMock({ ...server, ...say, description: spec ?? (await api.readDescription()) });
  const watcher = watch && spec !== undefined ? await watchDescription(mock, spec, stderr) : undefined;
  if (json) print(`${JSON.stringify({ url: mock.url, operations: mock.operationCount })}\n`);
  else print(banner(mock, colour, lines));
  await stop;
  await watcher?.close();
  await mock.close();
  return 0;
}

/** Reads the description again whenever a file in its folder changes. If it cannot be read, the former one stays. */
async function watchDescription(mock: Mock, file: string, stderr: NodeJS.WriteStream) {
  const { watchFiles } = await import("./watch-files.ts");
  const reload = async (): Promise<void> => {
    try {
      await mock.reload();
      stderr.write(`${COMMAND_NAME}: ${file} read again, ${mock.operationCount} operations.\n`);
    } catch (error) {
      if (!isMockError(error)) throw error;
      stderr.write(`${COMMAND_NAME}: ${error.message.replace(/\.$/, "")}. The former description is still served.\n`);
    }
  };
  return watchFiles(file, reload, (error) =>
    stderr.write(`${COMMAND_NAME}: Not watched: ${(error as Error).message}\n`),
  );
}

function version(): string {
  const file = new URL(import.meta.resolve("@keynest/mock/package.json"));
  return JSON.parse(readFileSync(file, "utf8")).version;
}
