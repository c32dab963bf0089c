import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";

/** Whether this machine has a Redis to test with. */
export const hasRedis: boolean = spawnSync("redis-server", ["--version"]).status === 0;

/** A Redis of its own, on a free port of loopback, which keeps nothing on disk. */
export interface Redis extends AsyncDisposable {
  readonly url: string;
}

export async function startRedis(): Promise<Redis> {
  const port = await freePort();
  const server = spawn("redis-server", [
    "--bind",
    "127.0.0.1",
    "--port",
    `${port}`,
    "--save",
    "",
    "--appendonly",
    "no",
  ]);
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  let printed = "";
  for await (const chunk of server.stdout) {
    printed += chunk;
    if (printed.includes("Ready to accept connections")) break;
  }
  if (server.exitCode !== null) throw new Error(printed);
  return {
    url: `redis://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.kill();
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
