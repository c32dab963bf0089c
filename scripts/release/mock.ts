import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** A running mock server of a project. */
export interface InstalledMock extends AsyncDisposable {
  readonly url: string;
}

/**
 * Starts the mock server that is installed in a project, on a free port.
 *
 * @param folder - folder of the project
 * @throws {Error} if it exits before it prints its URL; the error has its output
 */
export async function startInstalledMock(folder: string): Promise<InstalledMock> {
  const command = join(folder, "node_modules", "@keynest", "mock", "bin", "keynest-mock.js");
  const child = spawn(process.execPath, [command, "--quiet"], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "exit");
  // Also if this process is interrupted.
  const kill = () => void child.kill();
  process.once("exit", kill);
  let printed = "";
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        printed += chunk.toString();
        const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
        if (found) resolve(found);
      });
    child.on("error", reject);
    child.on("exit", () => reject(new Error(`The mock server exited:\n${printed}`)));
  });
  return {
    url,
    async [Symbol.asyncDispose]() {
      process.off("exit", kill);
      kill();
      await ended;
    },
  };
}
