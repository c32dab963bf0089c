import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "tsdown";
import { expect, test } from "vitest";
import { createFolder } from "./type-check.ts";

/** What a program becomes with all that it uses, and nothing that it does not. */
async function bundle(code: string, platform: "browser" | "node" = "browser"): Promise<string> {
  using folder = createFolder("bundle");
  writeFileSync(join(folder.path, "program.js"), code);
  await build({
    clean: false,
    config: false,
    deps: { alwaysBundle: [/.*/], onlyBundle: false },
    dts: false,
    entry: { bundle: join(folder.path, "program.js") },
    fixedExtension: false,
    format: "esm",
    logLevel: "silent",
    outDir: join(folder.path, "out"),
    platform,
  });
  return readFileSync(join(folder.path, "out/bundle.js"), "utf8");
}

/** Texts of the class, of its resources and of a login. */
const marks = ["httpGet", "ClientResource", "KEYNEST_TOKEN", "/authentication/blacklist/"];

test("functions come without the class", async () => {
  const code = await bundle(
    'import { createClient, listProjects, tokenAuth } from "@keynest/sdk"; listProjects(createClient({ auth: tokenAuth("t") }));',
  );
  expect(code).toContain("/api/projects/");
  expect(marks.filter((mark) => code.includes(mark))).toEqual([]);
});

test("a list comes without the code of pagination", async () => {
  const pages = ["PaginationError", "NEXT_PAGES", "leads to page"];
  const names = "createClient, listProjects, paginate, tokenAuth";
  const start = `import { ${names} } from "@keynest/sdk"; const client = createClient({ auth: tokenAuth("t") });`;
  const one = await bundle(`${start} listProjects(client);`);
  const all = await bundle(`${start} for await (const { id } of paginate(listProjects, client)) console.log(id);`);
  expect(pages.filter((mark) => one.includes(mark))).toEqual([]);
  expect(pages.filter((mark) => all.includes(mark))).toEqual(pages);
});

test("the class comes whole", async () => {
  const code = await bundle('import KeyNest from "@keynest/sdk"; new KeyNest().projects.list();');
  expect(marks.filter((mark) => code.includes(mark))).toEqual(marks);
});

test("an import that is not used leaves nothing", async () => {
  const code = await bundle('import KeyNest, { createClient } from "@keynest/sdk"; console.log("alone");');
  expect(code.replace(/\/\/.*/g, "").trim()).toBe('console.log("alone");');
});

test("blocking calls are for Node.js alone", async () => {
  const code = await bundle('export * from "@keynest/sdk";');
  expect(code).not.toMatch(/worker_threads|Atomics/);
  // Where there is no such entry, the bundler leaves the import as it is.
  const left = await bundle('export * from "@keynest/sdk/sync";').catch((error: Error) => error.message);
  expect(left).toMatch(/"@keynest\/sdk\/sync"|"\.\/sync" is not exported/);
});

test("blocking calls in a bundle say at once that they must be left out of it", async () => {
  const code = await bundle(
    `import { createSyncClient, getHealthSync } from "@keynest/sdk/sync";
    using client = createSyncClient();
    try { getHealthSync(client); } catch (error) { console.log(error.message); }`,
    "node",
  );
  using folder = createFolder("bundle");
  writeFileSync(join(folder.path, "bundle.mjs"), code);
  const said = execFileSync(process.execPath, [join(folder.path, "bundle.mjs")], { encoding: "utf8", timeout: 10_000 });
  expect(said).toMatch(/is missing: .*sync-worker\.js; in a bundle, make the package .* external/);
});
