import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";

const program = fileURLToPath(new URL("polluted/program.mjs", import.meta.url));

/** What is printed and written. */
async function run(mode: string): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), "polluted-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { stdout } = await promisify(execFile)(process.execPath, [program, folder, mode], { timeout: 60_000 });
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".gen.ts")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return { printed: JSON.parse(stdout), names, texts };
}

test("a polluted Object.prototype does not change the generated files", async () => {
  const [clean, polluted] = await Promise.all([run("clean"), run("polluted")]);
  expect(clean).toMatchObject({ names: expect.arrayContaining(["operations/things.gen.ts"]) });
  expect(polluted).toEqual(clean);
});
