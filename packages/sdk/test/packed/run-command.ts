import { execFile } from "node:child_process";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";

/** The tools of the workspace come first, then those of the machine. */
const PATH = [fileURLToPath(new URL("../../../../node_modules/.bin", import.meta.url)), process.env.PATH].join(
  delimiter,
);

/** Runs a program. Rejects with what it printed if it failed. */
export function runCommand(command: string, args: string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // npm and pnpm are scripts of the shell on Windows.
    const options = { cwd, env: { ...process.env, PATH }, shell: process.platform === "win32", timeout: 100_000 };
    execFile(command, args, options, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stdout}${stderr}`));
      else resolve();
    });
  });
}
