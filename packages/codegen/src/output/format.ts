import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { GenerateError } from "../problem.ts";
import type { GeneratedFiles } from "./output.ts";
import { shellLine } from "./shell-line.ts";

/**
 * Formats the files in a temporary folder. The folder is below the working directory, so that the formatter finds its
 * configuration.
 *
 * @param command - the formatter, then its arguments; the folder is added as the last argument
 * @throws {GenerateError} if the formatter fails
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
  // On Windows, the commands of packages are shell scripts.
  const shell = process.platform === "win32";
  const [program = "", ...args] = shell ? [shellLine(command)] : command;
  const running = promisify(execFile)(program, args, { shell, maxBuffer: 2 ** 26, ...(signal && { signal }) });
  const { child } = running;
  try {
    await running;
  } catch (error) {
    // After an interruption, the formatter may still write to the folder, which is removed next.
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) await once(child, "exit");
    throw error;
  }
}
