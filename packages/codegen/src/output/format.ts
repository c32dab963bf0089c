import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { GenerateError } from "../problem.ts";
import type { GeneratedFiles } from "./output.ts";
import { shellLine } from "./shell-line.ts";

/**
 * Runs a formatter over the files, in a temporary folder below the working directory, so that it finds its own
 * configuration and the output folder holds only finished files.
 *
 * @param command The formatter, then its arguments; the folder is added as the last one.
 * @throws {GenerateError} When the formatter fails.
 */
export async function formatFiles(
  files: GeneratedFiles,
  command: readonly string[],
  signal?: AbortSignal,
): Promise<GeneratedFiles> {
  let staging: string | undefined;
  try {
    staging = await mkdtemp(join(process.cwd(), "keynest-codegen-"));
    for (const [file, text] of files) {
      await mkdir(dirname(join(staging, file)), { recursive: true });
      await writeFile(join(staging, file), text);
    }
    await run([...command, staging], signal);
    const formatted = new Map<string, string>();
    for (const file of files.keys()) formatted.set(file, await readFile(join(staging, file), "utf8"));
    return formatted;
  } catch (error) {
    signal?.throwIfAborted();
    const { stderr, message } = error as Error & { stderr?: string };
    throw new GenerateError([{ level: "error", message: `The formatter failed: ${stderr?.trim() || message}` }]);
  } finally {
    if (staging !== undefined) await rm(staging, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function run(command: readonly string[], signal?: AbortSignal): Promise<void> {
  // The commands of packages are scripts of the shell there.
  const shell = process.platform === "win32";
  const [program = "", ...args] = shell ? [shellLine(command)] : command;
  const running = promisify(execFile)(program, args, { shell, maxBuffer: 2 ** 26, ...(signal && { signal }) });
  const { child } = running;
  try {
    await running;
  } catch (error) {
    // After an interruption it may still be writing to the folder that is about to be removed.
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) await once(child, "exit");
    throw error;
  }
}
