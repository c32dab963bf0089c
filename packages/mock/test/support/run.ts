import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

const packageFolder = fileURLToPath(new URL("../..", import.meta.url));

/** Whether a process can be told to end. Windows just ends it, except by Ctrl-C in a console, which tests have not. */
export const canSignal: boolean = process.platform !== "win32";

export interface Run {
  child: ChildProcess;
  /** Resolves with what has been printed once that holds the text. */
  printed(text: string): Promise<string>;
  /** The same for the error output. */
  complained(text: string): Promise<string>;
  /** Resolves when the process has ended. */
  ended: Promise<{ code: number | null; signal: string | null; stdout: string; stderr: string }>;
}

/**
 * Runs a file of this package in a process of its own.
 *
 * @param file - its path in the package
 */
export function run(file: string, args: string[] = [], env: NodeJS.ProcessEnv = process.env): Run {
  const child = spawn(process.execPath, [join(packageFolder, file), ...args], { env });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
  });
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal, stdout, stderr }));
  const waitFor = (stream: Readable, read: () => string) => async (text: string) => {
    while (!read().includes(text)) {
      const more = once(stream, "data").then(() => true);
      if (!(await Promise.race([more, ended.then(() => false)]))) {
        throw new Error(`Ended without printing "${text}": ${stdout}${stderr}`);
      }
    }
    return read();
  };
  const printed = waitFor(child.stdout, () => stdout);
  const complained = waitFor(child.stderr, () => stderr);
  return { child, printed, complained, ended };
}
