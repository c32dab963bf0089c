import { execFile } from "node:child_process";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";

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
    const env = { ...process.env, PATH: pathFor(command) };
    const options = { cwd, env, shell: process.platform === "win32", timeout: 100_000 };
    execFile(command, args, options, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stdout}${stderr}`));
      else resolve();
    });
  });
}
