import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { shellLine } from "../packages/codegen/src/output/shell-line.ts";

export interface CommandOptions {
  /** Folder to run in. */
  readonly cwd: string;
  /** Variables beside those of this process; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** When to end it, in milliseconds. @default 120000 */
  readonly timeoutMs?: number;
}

/** A program that ended with another exit code than 0. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  /** All that it printed. */
  readonly output: string;

  constructor(command: string, outcome: string, output: string) {
    super(`${command}: ${outcome}\n${output.trim()}`);
    this.output = output;
  }
}

/**
 * Runs a program to its end.
 *
 * @param command Its name, or its path.
 * @param args Its arguments.
 * @returns What it printed on standard output.
 * @throws CommandError if it fails, or takes too long; with all that it printed.
 */
export function runCommand(command: string, args: readonly string[], options: CommandOptions): Promise<string> {
  const { cwd, env = {}, timeoutMs = 120_000 } = options;
  return new Promise((resolve, reject) => {
    // The commands of packages are scripts of the shell there.
    const shell = process.platform === "win32" && !command.endsWith(".exe");
    const [program, rest] = shell ? [shellLine([command, ...args]), []] : [command, args];
    const child = spawn(program, rest, {
      cwd,
      env: { ...process.env, ...env },
      shell,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: timeoutMs,
    });
    let [stdout, all] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      all += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      all += chunk.toString();
    });
    child.on("error", (error) => reject(new CommandError(command, error.message, all)));
    child.on("close", (code, signal) => {
      if (code === 0) resolve(stdout);
      else reject(new CommandError([command, ...args].join(" "), describe(code, signal), all));
    });
  });
}

/** A `PATH` on which the commands of a folder's dependencies come first, and the Node that it pins. */
export function pathOf(folder: string): string {
  const own = [join(folder, "node_modules", "node", "bin"), join(folder, "node_modules", ".bin")];
  return [...own, process.env.PATH].join(delimiter);
}

function describe(code: number | null, signal: NodeJS.Signals | null): string {
  return signal ? `ended by ${signal}, perhaps because it took too long` : `exit code ${code}`;
}
