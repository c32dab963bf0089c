import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "./support/run.ts";

test("a process that closes its mock prints nothing, leaves no file, and ends by itself", async () => {
  const home = await mkdtemp(join(tmpdir(), "keynest-mock-"));
  // NODE_ENV and NO_COLOR as a user has them, not as the test runner sets them.
  const env = { PATH: process.env.PATH, HOME: home, TMPDIR: home, TEMP: home };
  const { code, stdout, stderr } = await run("test/fixtures/start-and-close.ts", [], env).ended;
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(await readdir(home)).toEqual([]);
  await rm(home, { recursive: true });
}, 20_000);
