import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isAllowed, listLicences } from "../release/licences.ts";

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "licences-"));
});
afterEach(() => rmSync(project, { recursive: true }));

test.each(["MIT", "Apache-2.0", "(MIT OR GPL-3.0-only)", "MIT AND ISC"])("allows %s", (expression) => {
  expect(isAllowed(expression)).toBe(true);
});

test.each([
  "GPL-3.0-only",
  "AGPL-3.0-or-later",
  "MPL-2.0",
  "MIT AND GPL-2.0-only",
  "UNLICENSED",
  "SEE LICENSE IN X",
  "",
])("does not allow %j", (expression) => {
  expect(isAllowed(expression)).toBe(false);
});

test("lists installed packages, including nested ones and old formats", () => {
  const installed = {
    "node_modules/a": { license: "MIT" },
    "node_modules/@scope/b": { license: { type: "ISC" } },
    "node_modules/a/node_modules/c": { licenses: [{ type: "MIT" }, { type: "GPL-3.0-only" }] },
    "node_modules/d": {},
  };
  for (const [path, manifest] of Object.entries(installed)) write(`${path}/package.json`, manifest);
  const locked = Object.keys(installed).map((path) => [path, { version: "1.0.0" }]);
  // The last is for other machines, and not there.
  write("package-lock.json", { packages: Object.fromEntries([["", {}], ...locked, ["node_modules/e", {}]]) });
  expect(listLicences(project).map(({ name, licence, allowed }) => [name, licence, allowed])).toEqual([
    ["@scope/b", "ISC", true],
    ["a", "MIT", true],
    ["c", "MIT AND GPL-3.0-only", false],
    ["d", "", false],
  ]);
});

function write(path: string, content: unknown): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), JSON.stringify(content));
}
