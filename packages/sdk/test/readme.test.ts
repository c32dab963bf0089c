import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Mock, startMock } from "@keynest/mock";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allModuleNames, loadDescription, loadPackage, manifest, moduleNames } from "./load-package.ts";
import { readmeBlocks } from "./readme-blocks.ts";
import { runNode } from "./run-node.ts";
import { createFolder, type Diagnostic, typeCheck } from "./type-check.ts";

const extensions: Record<string, string> = { ts: ".ts", js: ".cjs" };
const blocks = readmeBlocks();
const programs = blocks.flatMap(({ heading, language, code }, at) => {
  const extension = extensions[language];
  return extension ? { name: `${heading} (block ${at + 1})`, file: `block-${at + 1}${extension}`, code } : [];
});
const folder = createFolder("readme");
const readme = blocks.map(({ code }) => code).join("\n");
let mock: Mock;
let diagnostics: Diagnostic[];

beforeAll(async () => {
  for (const { file, code } of programs) writeFileSync(join(folder.path, file), code);
  writeFileSync(join(folder.path, "production.env"), "DATABASE_URL=postgresql://db/app\n");
  [mock, diagnostics] = await Promise.all([startMock(), typeCheck(folder.path, { allowJs: true, checkJs: true })]);
});
afterAll(async () => {
  folder[Symbol.dispose]();
  await mock.close();
});

describe("every program of the README", () => {
  test("is TypeScript, JavaScript or a shell command", () => {
    expect(new Set(blocks.map(({ language }) => language))).toEqual(new Set(["ts", "js", "sh"]));
    expect(programs.length).toBeGreaterThan(8);
  });

  test.for(programs)("compiles: $name", ({ file }) => {
    expect(diagnostics.filter((diagnostic) => diagnostic.file === file)).toEqual([]);
  });

  test("compiles with nothing else reported", () => expect(diagnostics).toEqual([]));

  test.concurrent.for(programs)("runs as it is written: $name", async ({ file, code }, { expect }) => {
    const printed = await run(file);
    expect(printed !== "").toBe(code.includes("console.log"));
    expect(printed).not.toMatch(/undefined|\[object/);
  });

  test.concurrent.for([
    ["Errors", "code=404", "There is no such project."],
    ["Errors", "code=429", "Try again in 3600000 ms."],
    ["Errors", "code=403", "403 getProject: Permission denied"],
    ["Plain and detailed", "code=404", "NotFoundError"],
  ] as const)("%s, with %s", async ([heading, prefer, expected], { expect }) => {
    const file = programs.find(({ name }) => name.startsWith(heading))?.file ?? "";
    expect(await run(file, prefer).catch((error: Error) => error.message)).toContain(expected);
  });
});

describe("what the README says", () => {
  test("of credentials, errors and modules is all there is", async () => {
    const text = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    const { sdk } = await loadPackage();
    const errors = Object.keys(sdk).filter((name) => /^[A-Z]\w*Error$/.test(name));
    const schemes = Object.keys(loadDescription().components?.securitySchemes ?? {});
    const named = [...errors, ...schemes, ...moduleNames()].map((name) => `\`${name}\``);
    expect(named.filter((name) => !text.includes(name))).toEqual([]);
    for (const [, module = ""] of text.matchAll(/@keynest\/sdk\/([\w-]+)"/g))
      expect(allModuleNames()).toContain(module);
  });

  test("of messages is what they look like", async () => {
    const text = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    const file = programs.find(({ name }) => name.startsWith("Against the mock"))?.file ?? "";
    const message = (await run(file)).trim().split("\n").at(-1);
    expect(text).toContain(`\`${message}\``);
  });

  test("imports from nowhere but the package, the mock, Node, and the store that it names", () => {
    const specifiers = [...readme.matchAll(/(?:from |require\()"([^"]+)"/g)].map(([, specifier = ""]) => specifier);
    const known = (each: string) =>
      each.startsWith(manifest.name) || each === "@keynest/mock" || each === "keyv" || each.startsWith("node:");
    expect(specifiers.filter((each) => !known(each))).toEqual([]);
  });
});

function run(file: string, prefer = ""): Promise<string> {
  const preload = new URL("mock-at-localhost.mjs", import.meta.url).href;
  const args = ["--disable-warning=ExperimentalWarning", "--import", preload, file];
  return runNode({ args, cwd: folder.path, env: { MOCK_URL: mock.url, PREFER: prefer } });
}
