import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** The mock server of a project, as a process of its own. */
export interface InstalledMock extends AsyncDisposable {
  readonly url: string;
}

/**
 * Starts the mock server that is installed in a project, on a free port.
 *
 * @param folder Of the project.
 * @throws Error if it ends before it says where it is, with what it printed.
 */
export async function startInstalledMock(folder: string): Promise<InstalledMock> {
  const command = join(folder, "node_modules", "@keynest", "mock", "bin", "keynest-mock.js");
  const child = spawn(process.execPath, [command, "--quiet"], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "exit");
  // Also where this process is told to end.
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
    child.on("exit", () => reject(new Error(`The mock server ended:\n${printed}`)));
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
