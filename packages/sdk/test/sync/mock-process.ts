import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A mock in a process of its own, for a thread that waits could not serve itself. */
export interface MockProcess extends Disposable {
  readonly url: string;
}

export async function startMockProcess(): Promise<MockProcess> {
  const program = fileURLToPath(new URL("dist/cli.js", import.meta.resolve("@keynest/mock/package.json")));
  const mock = spawn(process.execPath, [program], { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  for await (const chunk of mock.stdout.iterator({ destroyOnReturn: false })) {
    printed += chunk;
    const [, url] = /URL\s+(\S+)/.exec(printed) ?? [];
    if (url) return { url, [Symbol.dispose]: () => void mock.kill() };
  }
  throw new Error(`the mock did not start: ${printed}`);
}
