import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serve } from "../server.ts";

const root = join(import.meta.dirname, "../..");
const modules = join(root, "node_modules");
let folder: string;

// The package as it is installed, with and without undici.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "installed-"));
  for (const name of ["bare", "whole"]) {
    const installed = join(folder, name, "node_modules");
    mkdirSync(join(installed, "@keynest/runtime"), { recursive: true });
    cpSync(join(root, "dist"), join(installed, "@keynest/runtime/dist"), { recursive: true });
    cpSync(join(root, "package.json"), join(installed, "@keynest/runtime/package.json"));
    for (const needed of name === "whole" ? ["openapi-fetch", "undici"] : ["openapi-fetch"])
      symlinkSync(realpathSync(join(modules, needed)), join(installed, needed), "junction");
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const program = `
  const began = performance.now();
  try {
    const fetch = nodeFetch({ keepAliveTimeoutMs: 60_000 });
    const response = await fetch(process.argv[2], {});
    console.log(response.status, response instanceof Response);
    await fetch[Symbol.asyncDispose]();
  } catch (error) {
    console.log(error.name, error.message);
  }
  process.on("exit", () => console.log(performance.now() - began < 20_000 ? "in time" : "late"));`;

async function run(where: string, kind: string, url: string): Promise<string> {
  const isModule = kind === "import";
  const file = join(folder, where, isModule ? "program.mjs" : "program.cjs");
  const code = isModule
    ? `import { nodeFetch } from "@keynest/runtime/node";${program}`
    : `const { nodeFetch } = require("@keynest/runtime/node");(async () => {${program}})();`;
  writeFileSync(file, code);
  const env = { ...process.env, NO_PROXY: "*", no_proxy: "*" };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [file, url], { env });
  return stdout + stderr;
}

test.for(["import", "require"])("a process ends at once after its client (%s)", async (kind) => {
  const { url } = await serve({ body: "hello" });
  expect(await run("whole", kind, url)).toBe("200 true\nin time\n");
});

test.for(["import", "require"])("a process without undici gets an error that says so (%s)", async (kind) => {
  expect(await run("bare", kind, "http://127.0.0.1:1")).toMatch(/^UsageError .* npm install undici@7\nin time\n$/);
});
