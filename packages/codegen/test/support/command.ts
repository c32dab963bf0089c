import { type ChildProcess, spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const COMMAND = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the command as a process of its own. */
export function start(args: readonly string[], cwd: string, node: readonly string[] = []): ChildProcess {
  return spawn(process.execPath, [...node, COMMAND, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
}

/** Waits until a process has ended and said everything. */
export async function finish(child: ChildProcess): Promise<Finished> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error("no pipes");
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [out, err, code] = await Promise.all([text(stdout), text(stderr), ended]);
  return { code, stdout: out, stderr: err };
}

/** Runs the command to its end. */
export function command(args: readonly string[], cwd: string, node?: readonly string[]): Promise<Finished> {
  return finish(start(args, cwd, node));
}
