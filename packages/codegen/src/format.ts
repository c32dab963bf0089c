import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { GeneratedFiles } from "./output.ts";
import { GenerateError } from "./problem.ts";

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
  const [program = "", ...args] = command;
  const staging = await mkdtemp(join(process.cwd(), "keynest-codegen-"));
  try {
    for (const [file, text] of files) {
      await mkdir(dirname(join(staging, file)), { recursive: true });
      await writeFile(join(staging, file), text);
    }
    const shell = process.platform === "win32";
    await promisify(execFile)(program, [...args, staging], { shell, maxBuffer: 2 ** 26, ...(signal && { signal }) });
    const formatted = new Map<string, string>();
    for (const file of files.keys()) formatted.set(file, await readFile(join(staging, file), "utf8"));
    return formatted;
  } catch (error) {
    signal?.throwIfAborted();
    const { stderr, message } = error as Error & { stderr?: string };
    throw new GenerateError([{ level: "error", message: `The formatter failed: ${stderr?.trim() || message}` }]);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
