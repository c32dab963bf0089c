import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const program = fileURLToPath(new URL("polluted/program.mjs", import.meta.url));

async function run(mode: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, mode], { timeout: 60_000 });
  return JSON.parse(stdout);
}

test("a polluted Object.prototype changes no mock, plan, preference or body", async () => {
  const [clean, polluted] = await Promise.all([run("clean"), run("polluted")]);
  expect(clean).toContain("GET /api/projects/ 200 count,next,previous,results");
  expect(polluted).toEqual(clean);
});
