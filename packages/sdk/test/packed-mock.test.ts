import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pack } from "./packed/pack.ts";
import { runCommand } from "./packed/run-command.ts";
import { typeCheck } from "./type-check.ts";

const temporary = mkdtempSync(join(tmpdir(), "keynest-consumer-"));
const project = join(temporary, "project");

const files = {
  "package.json": JSON.stringify({ name: "consumer", private: true, type: "module" }),
  "vitest.config.ts": `
import { keynestMock } from "@keynest/mock/vitest/config";
import { defineConfig } from "vitest/config";

export default defineConfig({ plugins: [keynestMock()] });
`,
  "projects.test.ts": `
import { mock } from "@keynest/mock/vitest";
import { createClient, createProject, listProjects, tokenAuth } from "@keynest/sdk";
import { expect, test } from "vitest";

const client = createClient({ baseUrl: mock.url, auth: tokenAuth("0123456789") });

test("keeps the contract", async () => {
  await mock.next("listProjects", { status: 503, body: "Back soon." });
  expect((await listProjects(client)).count).toBe(1);
  const requests = await mock.requests();
  expect(requests.map(({ status }) => status)).toEqual([503, 200]);
  expect(requests[0]?.headers["authorization"]).toBe("[redacted]");
});

test("breaks the contract", async () => {
  const name = 7 as unknown as string;
  await createProject(client, { body: { name, organization: 1 } }).catch(() => {});
});
`,
};

beforeAll(async () => {
  const packed = await Promise.all(["runtime", "sdk", "mock"].map((folder) => pack(folder, temporary)));
  mkdirSync(project);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(project, file), text);
  const require = createRequire(import.meta.url);
  const tools = ["vitest", "@types/node"].map((name) => {
    const { version } = require(`${name}/package.json`) as { version: string };
    return `${name}@${version}`;
  });
  const flags = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"];
  await runCommand("npm", ["install", ...flags, ...packed.map(({ tarball }) => tarball), ...tools], project);
}, 120_000);

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

test("in a consumer's project, a test that breaks the contract fails with a sentence that names the field", async () => {
  const { code, printed } = await runVitest();
  expect(code).toBe(1);
  expect(printed).toContain("1 failed | 1 passed");
  expect(printed).toMatch(/FAIL .*projects\.test\.ts > breaks the contract/);
  expect(printed).toContain(
    "createProject (POST /api/projects/): request.body.name: Request body property name must be string",
  );
});

test("the helper's types hold under a strict compiler", async () => {
  expect(await typeCheck(project, { skipLibCheck: true })).toEqual([]);
});

function runVitest(): Promise<{ code: number; printed: string }> {
  const args = [join(project, "node_modules/vitest/vitest.mjs"), "run", "--no-color"];
  const options = { cwd: project, env: { PATH: process.env.PATH ?? "", NO_COLOR: "1" }, timeout: 60_000 };
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, printed: stdout + stderr });
    });
  });
}
