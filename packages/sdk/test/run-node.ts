import { execFile } from "node:child_process";

export interface RunOptions {
  args: string[];
  cwd: string;
  env?: Record<string, string>;
}

/** Runs Node in a process of its own. Resolves to what it printed; rejects with that if it failed. */
export function runNode({ args, cwd, env = {} }: RunOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd, env: { PATH: process.env.PATH ?? "", ...env }, timeout: 60_000 };
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stdout}${stderr}`));
      else resolve(stdout + stderr);
    });
  });
}
