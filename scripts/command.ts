import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { shellLine } from "../packages/codegen/src/output/shell-line.ts";

export interface CommandOptions {
  /** Folder to run in. */
  readonly cwd: string;
  /** Additional environment variables; `undefined` removes one. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Timeout in milliseconds. @default 120000 */
  readonly timeoutMs?: number;
}

/** A program failed: its exit code was not 0, or it took too long. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  /** The output of the program. */
  readonly output: string;

  constructor(command: string, outcome: string, output: string) {
    super(`${command}: ${outcome}\n${output.trim()}`);
    this.output = output;
  }
}

/**
 * Runs a program to its end.
 *
 * @param command - name or path of the program
 * @returns its standard output
 * @throws {CommandError} if it fails or takes too long; the error has the output
 */
export function runCommand(command: string, args: readonly string[], options: CommandOptions): Promise<string> {
  const { cwd, env = {}, timeoutMs = 120_000 } = options;
  return new Promise((resolve, reject) => {
    // On Windows, the commands of packages are shell scripts.
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

/** Returns a `PATH` that begins with the commands of a folder's dependencies, including its pinned Node. */
export function pathOf(folder: string): string {
  const own = [join(folder, "node_modules", "node", "bin"), join(folder, "node_modules", ".bin")];
  return [...own, process.env.PATH].join(delimiter);
}

function describe(code: number | null, signal: NodeJS.Signals | null): string {
  return signal ? `killed by ${signal}, perhaps after the timeout` : `exit code ${code}`;
}
