import { rename } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";

/** Pauses between attempts, in milliseconds. */
const PAUSES_MS = [20, 50, 100, 200, 400];

/**
 * Puts a file in the place of another. Windows refuses that while a program has one of the two open; virus scanners and
 * indexers do for a moment whenever a file is written.
 *
 * @throws The error of the system, when it still refuses in the end.
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
