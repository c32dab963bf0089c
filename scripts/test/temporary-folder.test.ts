import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { createTemporaryFolder } from "../temporary-folder.ts";

test("removes the folder with what is in it", () => {
  let path: string;
  {
    using folder = createTemporaryFolder("test");
    path = folder.path;
    writeFileSync(join(path, "file"), "");
  }
  expect(existsSync(path)).toBe(false);
});

// Windows ends processes without telling them.
test.skipIf(process.platform === "win32").each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("removes it when %s ends the process", async (signal, code) => {
  const module = pathToFileURL(join(import.meta.dirname, "../temporary-folder.ts"));
  const program = `
    import { createTemporaryFolder } from "${module}";
    console.log(createTemporaryFolder("test").path);
    setInterval(() => {}, 1000);
  `;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [chunk] = (await once(child.stdout, "data")) as [Buffer];
  const path = chunk.toString().trim();
  expect(existsSync(path)).toBe(true);
  child.kill(signal);
  expect((await once(child, "exit"))[0]).toBe(code);
  expect(existsSync(path)).toBe(false);
});
