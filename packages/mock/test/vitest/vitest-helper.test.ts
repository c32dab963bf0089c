import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { booksPath } from "../fixtures/descriptions.ts";

const vitest = join(createRequire(import.meta.url).resolve("vitest/package.json"), "../vitest.mjs");
const root = fileURLToPath(new URL("../fixtures/vitest-run", import.meta.url));

interface Report {
  testResults: { message: string; assertionResults: { title: string; status: string; failureMessages: string[] }[] }[];
}

/** Runs the tests of the fixture as a consumer does, with the package as it is built. */
async function run(args: string[], env = {}): Promise<{ code: number; report: Report }> {
  const folder = await mkdtemp(join(tmpdir(), "keynest-mock-"));
  const outputFile = join(folder, "report.json");
  const options = { cwd: root, env: { PATH: process.env.PATH, BOOKS_PATH: booksPath, ...env }, timeout: 60_000 };
  const code = await new Promise<number>((resolve) => {
    const all = [vitest, "run", "--reporter=json", `--outputFile=${outputFile}`, ...args];
    execFile(process.execPath, all, options, (error) => resolve(error ? Number(error.code) : 0));
  });
  const report = JSON.parse(await readFile(outputFile, "utf8")) as Report;
  await rm(folder, { recursive: true });
  return { code, report };
}

test.each([[[]], [["--no-isolate", "--no-file-parallelism"]], [["--pool=vmThreads"]]])(
  "fails the tests that break the description, and no others, with %j",
  async (args) => {
    const { code, report } = await run(args);
    const results = report.testResults.flatMap(({ assertionResults }) => assertionResults);
    const failed = results.filter(({ status }) => status !== "passed");
    expect(code).toBe(1);
    expect(results).toHaveLength(11);
    expect(failed.map(({ title }) => title)).toEqual(["breaks the description", "lost its allowance"]);
    expect(failed[0]?.failureMessages.join()).toContain(
      "createBook (POST /books/): request.body.title: Request body property title must be string",
    );
    const messages = report.testResults.map(({ message }) => message).join("\n");
    expect(messages).toContain("GET /nowhere: request: Route not resolved");
  },
);

test("says what is missing without the plugin", async () => {
  const { code, report } = await run(["second.consumer.ts"], { WITHOUT_PLUGIN: "1" });
  expect(code).toBe(1);
  expect(JSON.stringify(report)).toContain("add keynestMock() of @keynest/mock/vitest/config to the plugins of Vitest");
});
