import { rename } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";

/** Delays before retries, in milliseconds. */
const PAUSES_MS = [20, 50, 100, 200, 400];

/**
 * Renames a file over another. Retries on Windows, which refuses while a program, such as a virus scanner, has one of the
 * files open.
 *
 * @throws {Error} the error of the system, if all retries fail
 */
export async function replaceFile(from: string, to: string): Promise<void> {
  for (const pause of process.platform === "win32" ? PAUSES_MS : []) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!/^(EACCES|EBUSY|EPERM)$/.test((error as NodeJS.ErrnoException).code ?? "")) throw error;
      await delay(pause);
    }
  }
  await rename(from, to);
}
