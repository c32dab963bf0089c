import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkImports } from "../check-imports.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "check-imports-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, code: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), code);
}

test("accepts what the architecture allows", () => {
  write("packages/runtime/src/operation/parameters/lay-out.ts", 'import { serializeArrayParam } from "openapi-fetch";');
  write("packages/sdk/src/index.ts", 'export { request } from "@keynest/runtime";\nexport * from "./generated/a.js";');
  write("packages/runtime/src/node/a.ts", 'import type { Agent } from "undici";\nimport { isIP } from "node:net";');
  write("packages/codegen/src/load.ts", 'import { join } from "node:path";\nimport ts from "typescript";');
  expect(checkImports(root)).toEqual([]);
});

test.each([
  [
    "a workspace package",
    "packages/codegen/src/a.ts",
    'import type { Client } from "@keynest/runtime";',
    "@keynest/runtime",
  ],
  ["a module of Node in the runtime", "packages/runtime/src/a.ts", 'import { join } from "node:path";', "node:path"],
  ["undici in the runtime's core", "packages/runtime/src/a.ts", 'const m = await import("undici");', "undici"],
  ["a dynamic import", "packages/sdk/src/a.ts", 'const m = await import("@keynest/mock");', "@keynest/mock"],
  ["a re-export", "packages/sdk/src/a.ts", 'export {\n  x,\n} from "openapi-fetch";', "openapi-fetch"],
  ["openapi-fetch in a second file", "packages/runtime/src/b.ts", 'import c from "openapi-fetch";', "openapi-fetch"],
  [
    "another package's files",
    "packages/sdk/src/a.ts",
    'import "../../runtime/src/index.ts";',
    "../../runtime/src/index.ts",
  ],
])("reports %s", (_what, file, code, specifier) => {
  write(file, code);
  expect(checkImports(root)).toEqual([expect.stringMatching(`^${file} .*${specifier}`)]);
});

test("reports a package without a rule", () => {
  write("packages/new/src/a.ts", "");
  expect(checkImports(root)).toEqual([expect.stringContaining("packages/new has no import rule")]);
});

test("ignores imports in comments", () => {
  write("packages/sdk/src/a.ts", '/** import "x" from "@keynest/mock" */\n// import "@keynest/mock"');
  expect(checkImports(root)).toEqual([]);
});

test("lets only the files that the rule names import a folder", () => {
  const code = 'import { a } from "../keynest/a.ts";';
  write("packages/mock/src/keynest/a.ts", 'import "./b.ts";');
  write("packages/mock/src/keynest/b.ts", "");
  write("packages/mock/src/cli/cli.ts", code);
  write("packages/mock/src/server/server.ts", code.replace("import {", "import type {"));
  expect(checkImports(root)).toEqual([
    expect.stringMatching("^packages/mock/src/server/server.ts imports ../keynest/a.ts; only .*src/cli/cli.ts"),
  ]);
});

test("reports an import cycle, of types and dynamic imports too, where the rule forbids cycles", () => {
  for (const name of ["mock", "sdk"]) {
    write(`packages/${name}/src/a.ts`, 'import type { B } from "./b.ts";');
    write(`packages/${name}/src/b.ts`, 'export type { C } from "./c/c.js";');
    write(`packages/${name}/src/c/c.ts`, 'const { a } = await import("../a.ts");');
    write(`packages/${name}/src/d.ts`, 'import "./a.ts";');
  }
  const rules = { mock: { allowed: [], forbidsCycles: true }, sdk: { allowed: [] } };
  expect(checkImports(root, rules)).toEqual([
    "packages/mock has an import cycle: src/a.ts → src/b.ts → src/c/c.ts → src/a.ts",
  ]);
});
