import { execFile } from "node:child_process";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";
import { shellLine } from "../../../codegen/src/output/shell-line.ts";

const TOOLS = fileURLToPath(new URL("../../../../node_modules/.bin", import.meta.url));

/** The tools of the workspace come first; but npm is the machine's own, as its users have it, with its configuration. */
function pathFor(command: string): string {
  const all = (process.env.PATH ?? "").split(delimiter);
  const own = all.filter((folder) => !folder.includes("node_modules"));
  return (command === "npm" ? own : [TOOLS, ...all]).join(delimiter);
}

/** Runs a program. Rejects with what it printed if it failed. */
export function runCommand(command: string, args: string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // npm and pnpm are scripts of the shell on Windows.
    const shell = process.platform === "win32";
    const [program, rest] = shell ? [shellLine([command, ...args]), []] : [command, args];
    const env = { ...process.env, PATH: pathFor(command) };
    execFile(program, rest, { cwd, env, shell, timeout: 100_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stdout}${stderr}`));
      else resolve();
    });
  });
}
