import { rename, rm, writeFile } from "node:fs/promises";
import { CannotRun } from "./cannot-run.ts";

/**
 * Writes a whole file, or nothing.
 *
 * @throws {CannotRun} if it cannot be written
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(draft, text);
    await rename(draft, file);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => {});
    const { code = "unknown reason" } = cause as NodeJS.ErrnoException;
    throw new CannotRun(`${file} cannot be written: ${code}.`, { cause });
  }
}
