import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Mock, startMock } from "@keynest/mock";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { manifest } from "./load-package.ts";
import { type Packed, pack } from "./packed/pack.ts";
import { commonJs, esm, typedCommonJs, typescript } from "./packed/programs.ts";
import { runCommand } from "./packed/run-command.ts";
import { runNode } from "./run-node.ts";
import { typeCheck } from "./type-check.ts";

const folders = ["runtime", "sdk", "mock"];
const temporary = mkdtempSync(join(tmpdir(), "keynest-packed-"));
const project = join(temporary, "project");
const packed = new Map<string, Packed>();
let mock: Mock;

beforeAll(async () => {
  const [started, ...packages] = await Promise.all([startMock(), ...folders.map((folder) => pack(folder, temporary))]);
  mock = started;
  for (const each of packages) packed.set(each.name, each);
  await install();
});
afterAll(async () => {
  rmSync(temporary, { recursive: true, force: true });
  await mock.close();
});

/** As a consumer does it. Dependencies that are not ours come from the registry. */
async function install(): Promise<void> {
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  const { version } = createRequire(import.meta.url)("@types/node/package.json") as { version: string };
  const tarballs = ["runtime", "sdk"].map((name) => get(name).tarball);
  const flags = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"];
  await runCommand("npm", ["install", ...flags, ...tarballs, `@types/node@${version}`], project);
}

function get(name: string): Packed {
  const found = packed.get(name);
  if (!found) throw new Error(`${name} is not packed`);
  return found;
}

describe.for(folders)("the package %s", (name) => {
  test("has a manifest that holds outside of the workspace", () => {
    const text = JSON.stringify(get(name).manifest);
    expect(text).not.toMatch(/workspace:|catalog:|link:|"file:/);
    expect(get(name).manifest).toMatchObject({ license: "MIT", engines: { node: expect.any(String) } });
  });

  test("has every file that its manifest names", () => {
    const { manifest: own, files } = get(name);
    const { main, types, exports, bin } = own;
    const named = JSON.stringify([main, types, bin, Object.values(exports as object)]).match(/"\.\/[^"]+"/g) ?? [];
    const paths = named.map((quoted) => quoted.slice(3, -1));
    expect(paths.filter((path) => !files.includes(path))).toEqual([]);
    expect(paths.length).toBeGreaterThan(0);
  });

  test("has source maps that lead to sources, and no mention of this machine", () => {
    const { files, read } = get(name);
    for (const file of files.filter((each) => each.endsWith(".map"))) {
      const { sources, sourcesContent } = JSON.parse(read(file)) as { sources: string[]; sourcesContent?: string[] };
      const leadNowhere = sources.filter(
        (source, at) => !sourcesContent?.[at] && !files.includes(join(dirname(file), source)),
      );
      expect({ file, leadNowhere }).toEqual({ file, leadNowhere: [] });
    }
    for (const file of files.filter((each) => /\.c?js$/.test(each))) {
      const [, map] = /^\/\/# sourceMappingURL=(?!data:)(.+)$/m.exec(read(file)) ?? [];
      if (map) expect(files).toContain(join(dirname(file), map));
    }
    const root = join(import.meta.dirname, "../../..");
    expect(files.filter((file) => read(file).includes(root))).toEqual([]);
  });
});

describe("installed in an empty project", () => {
  const printed = {
    name: "Web Application",
    description: "Main web application project",
    count: 1,
    reason: "Rate limit exceeded",
    missing: "getProject: Not found: The requested resource does not exist. (404 Not Found)",
    refused: "UsageError",
  };

  /** Each program has a folder of its own, since each has compiler options of its own. */
  function write(folder: string, file: string, code: string): string {
    mkdirSync(join(project, folder), { recursive: true });
    writeFileSync(join(project, folder, file), code);
    return join(project, folder);
  }

  test("it comes with nothing but its runtime and what that needs", () => {
    const lock = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8")) as { packages: object };
    const names = Object.keys(lock.packages).map((path) => path.replace("node_modules/", ""));
    expect(names.filter((name) => name && !/^(@types\/node|undici-types)$/.test(name)).sort()).toEqual([
      "@keynest/runtime",
      manifest.name,
      "@noble/hashes",
      "@stablelib/base64",
      "fast-sha256",
      "openapi-fetch",
      "openapi-typescript-helpers",
      "standardwebhooks",
    ]);
  });

  test("a strict TypeScript program compiles with module nodenext, and runs", async () => {
    const folder = write("nodenext", "main.ts", typescript);
    expect(await typeCheck(folder)).toEqual([]);
    expect(await run(folder, "main.ts")).toEqual(printed);
  });

  test("a strict TypeScript program compiles with moduleResolution bundler", async () => {
    const folder = write("bundler", "main.ts", typescript);
    expect(await typeCheck(folder, { module: "esnext", moduleResolution: "bundler" })).toEqual([]);
  });

  test("a typed CommonJS program compiles", async () => {
    expect(await typeCheck(write("typed-common-js", "main.cts", typedCommonJs))).toEqual([]);
  });

  test("a mistake does not compile", async () => {
    const folder = write("mistake", "main.ts", typescript.replace("page: 1", 'page: "1"'));
    expect(await typeCheck(folder)).toMatchObject([{ file: "main.ts", message: expect.stringContaining("TS2322") }]);
  });

  test("a CommonJS program runs", async () => {
    expect(await run(write("common-js", "main.cjs", commonJs), "main.cjs")).toEqual(printed);
  });

  test("an ESM program runs", async () => {
    expect(await run(write("esm", "main.mjs", esm), "main.mjs")).toEqual(printed);
  });

  async function run(cwd: string, file: string): Promise<unknown> {
    const args = ["--disable-warning=ExperimentalWarning", file];
    return JSON.parse(await runNode({ args, cwd, env: { MOCK_URL: mock.url } }));
  }
});
