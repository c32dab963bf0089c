import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { replaceFile } from "../src/output/replace-file.ts";
import { scratch } from "./support/scratch.ts";

it("replaces a file", async () => {
  const folder = await scratch({ a: "new", b: "old" });
  await replaceFile(join(folder, "a"), join(folder, "b"));
  expect(await readFile(join(folder, "b"), "utf8")).toBe("new");
});

// Elsewhere, an open file can be replaced at once.
it.runIf(process.platform === "win32")("waits until another program closes the file", async () => {
  const folder = await scratch({ a: "new", b: "old" });
  // The shell has the file open until it is told to go on.
  const shell = spawn(`(echo open 1>&2 & set /p line=) > "${join(folder, "b")}"`, { shell: true });
  await once(shell.stderr, "data");
  const replaced = replaceFile(join(folder, "a"), join(folder, "b"));
  setTimeout(() => shell.stdin.end("\r\n"), 100);
  await replaced;
  expect(await readFile(join(folder, "b"), "utf8")).toBe("new");
});

it("reports other errors at once", async () => {
  const folder = await scratch();
  await expect(replaceFile(join(folder, "a"), join(folder, "b"))).rejects.toThrow("ENOENT");
});
