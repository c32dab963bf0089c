import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Ctrl-C, what process managers send, and a closed terminal; with the exit codes that shells give them. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** A folder that is removed with all that is in it, also when the process is told to end. */
export interface TemporaryFolder extends Disposable {
  readonly path: string;
}

/** @param name What its name begins with. */
export function createTemporaryFolder(name: string): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), `keynest-${name}-`));
  // Programs that end at the same signal may still write.
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
