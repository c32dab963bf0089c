import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Signals of Ctrl-C, process managers and closed terminals, with the exit codes of shells. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** A folder that is removed at the end of the scope or of the process. */
export interface TemporaryFolder extends Disposable {
  readonly path: string;
}

/**
 * Creates a temporary folder.
 *
 * @param name - prefix of its name
 */
export function createTemporaryFolder(name: string): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), `keynest-${name}-`));
  // Programs that stop at the same signal may still write.
  const remove = () => rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  const end = (signal: keyof typeof SIGNALS) => {
    remove();
    process.exit(SIGNALS[signal]);
  };
  const signals = Object.keys(SIGNALS) as (keyof typeof SIGNALS)[];
  for (const signal of signals) process.once(signal, end);
  return {
    path,
    [Symbol.dispose]() {
      for (const signal of signals) process.off(signal, end);
      remove();
    },
  };
}
