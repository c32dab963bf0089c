import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { generate } from "../src/index.ts";
import { command } from "./support/command.ts";
import { readFiles, scratch, writeFiles } from "./support/scratch.ts";

const operation = (id: string, tag: string, summary = "Does it."): object => ({
  [`/${id}`]: { get: { operationId: id, summary, tags: [tag], responses: { 204: { description: "Done." } } } },
});
const api = (...paths: object[]): string =>
  JSON.stringify({ openapi: "3.1.0", info: { title: "Test", version: "1" }, paths: Object.assign({}, ...paths) });

async function times(folder: string): Promise<Record<string, number>> {
  const files = Object.keys(await readFiles(folder));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, (await stat(join(folder, file))).mtimeMs])),
  );
}

describe("a second run", () => {
  it.each([true, false])("changes no byte and no modification time (with stamp: %j)", async (remembered) => {
    const folder = await scratch({ "a.json": api(operation("a", "A"), operation("b", "B")) });
    // What is remembered stands in the nearest node_modules.
    if (remembered) await mkdir(join(folder, "node_modules"));
    const options = { input: join(folder, "a.json"), output: join(folder, "client") };
    const first = await generate(options);
    const before = await times(join(folder, "client"));
    const second = await generate(options);
    expect(second.changes).toEqual({ added: [], changed: [], removed: [] });
    expect(second.files).toEqual(first.files);
    expect(second.problems).toEqual(first.problems);
    expect(await times(join(folder, "client"))).toEqual(before);
  });

  it("loads no engine if nothing has changed", async () => {
    const folder = await scratch({ "a.yaml": api(operation("a", "A")).replaceAll(",", ",\r\n") });
    await mkdir(join(folder, "node_modules"));
    const trace = pathToFileURL(join(folder, "trace.mjs")).href;
    await writeFiles(folder, {
      "trace.mjs": `import { registerHooks } from "node:module";\nregisterHooks({ resolve: (name, context, next) => { if (!name.startsWith("node:")) process.stderr.write(name + "\\n"); return next(name, context); } });\n`,
    });
    const args = ["-i", "a.yaml", "-o", "client"];
    const first = await command(args, folder, ["--import", trace]);
    expect(first.stderr).toContain("openapi-typescript");
    // Which only further plugins need.
    expect(first.stderr).not.toContain("@hey-api/");
    const second = await command(args, folder, ["--import", trace]);
    expect(second.stdout).toContain("nothing changed");
    expect(second.stderr).not.toMatch(/@hey-api|redocly|openapi-typescript|pipeline/);
  });

  it.each([
    ["the description", "a.json", api(operation("a", "A", "Does more."))],
    ["an output file", "client/index.gen.ts", "// mine now\n"],
  ])("notices that %s has changed", async (_, file, text) => {
    const folder = await scratch({ "a.json": api(operation("a", "A")) });
    await mkdir(join(folder, "node_modules"));
    const options = { input: join(folder, "a.json"), output: join(folder, "client") };
    await generate(options);
    await writeFiles(folder, { [file]: text });
    expect((await generate(options)).changes.changed.length).toBeGreaterThan(0);
    const { changes } = await generate({ ...options, runtime: "other" });
    expect(changes.changed).toEqual(["operations/a.gen.ts"]);
  });
});

it("gives the same bytes in any working directory, for any spelling of the input", async () => {
  const folder = await scratch({ "in/a.json": api(operation("a", "A"), operation("b", "B")), "elsewhere/x": "" });
  const runs: [string, string, string][] = [
    [".", "in/a.json", "one"],
    ["elsewhere", "../in/a.json", "../two"],
    ["in", "./../in/a.json", "../three"],
    ["/", join(folder, "in/a.json"), join(folder, "four")],
  ];
  for (const [cwd, input, output] of runs) {
    expect((await command(["-i", input, "-o", output], join(cwd === "/" ? "/" : folder, cwd))).code).toBe(0);
  }
  const one = await readFiles(join(folder, "one"));
  for (const other of ["two", "three", "four"]) expect(await readFiles(join(folder, other))).toEqual(one);
});

it("removes the files of removed operations, and nothing else", async () => {
  const folder = await scratch({ "a.json": api(operation("a", "A"), operation("b", "B")) });
  const options = { input: join(folder, "a.json"), output: join(folder, "client") };
  await generate(options);
  const theirs = {
    "client/own.ts": "mine",
    "client/own.gen.ts": "another generator's",
    "client/operations/note.md": "mine",
    "client/other/index.gen.ts": (await readFiles(options.output))["index.gen.ts"] ?? "",
  };
  await writeFiles(folder, { ...theirs, "a.json": api(operation("a", "A")) });
  const { changes } = await generate(options);
  expect(changes).toEqual({ added: [], changed: ["index.gen.ts", "openapi.gen.ts"], removed: ["operations/b.gen.ts"] });
  const after = await readFiles(folder);
  expect(after).toMatchObject(theirs);
  expect(after).not.toHaveProperty("client/operations/b.gen.ts");
});

it("maintains documentation pages in a separate folder", async () => {
  const folder = await scratch({ "a.json": api(operation("a", "A"), operation("b", "B")) });
  await mkdir(join(folder, "node_modules"));
  const docs = { output: join(folder, "pages"), package: "a" };
  const options = { input: join(folder, "a.json"), output: join(folder, "client"), docs };
  await generate(options);
  const mine = { "pages/own.md": "# Mine\n", "pages/more/a.md": (await readFiles(folder))["pages/a.md"] ?? "" };
  await writeFiles(folder, { ...mine, "a.json": api(operation("a", "A")) });
  expect((await generate({ ...options, check: true })).changes).toEqual({
    added: [],
    changed: ["../pages/README.md", "index.gen.ts", "openapi.gen.ts"],
    removed: ["../pages/b.md", "operations/b.gen.ts"],
  });
  await generate(options);
  const after = await readFiles(folder);
  expect(after).toMatchObject(mine);
  expect(Object.keys(after).filter((file) => file.startsWith("pages/"))).toEqual([
    ...["pages/README.md", "pages/a.md", "pages/more/a.md", "pages/own.md"],
  ]);
  expect((await generate(options)).changes).toEqual({ added: [], changed: [], removed: [] });
  await writeFiles(folder, { "pages/a.md": `${after["pages/a.md"]}edited\n` });
  expect((await generate(options)).changes.changed).toEqual(["../pages/a.md"]);
});

it("changes only the files that a change concerns", async () => {
  const folder = await scratch({ "a.json": api(operation("a", "A"), operation("b", "B")) });
  const options = { input: join(folder, "a.json"), output: join(folder, "client") };
  await generate(options);
  await writeFiles(folder, { "a.json": api(operation("a", "A", "Does it well."), operation("b", "B")) });
  // The types quote the summary, too.
  expect((await generate(options)).changes).toEqual({
    added: [],
    changed: ["openapi.gen.ts", "operations/a.gen.ts"],
    removed: [],
  });
});

it("is formatted before it is compared", async () => {
  const formatter = `import { appendFileSync, globSync } from "node:fs";
for (const file of globSync(process.argv[2] + "/**/*.{ts,md}")) appendFileSync(file, "// formatted\\n");
`;
  const folder = await scratch({ "a.json": api(operation("a", "A")), "format.mjs": formatter });
  const format = [process.execPath, join(folder, "format.mjs")];
  const docs = { output: join(folder, "docs"), package: "a" };
  const options = { input: join(folder, "a.json"), output: join(folder, "client"), format, docs };
  await generate(options);
  expect((await readFiles(folder))["docs/a.md"]).toMatch(/\n\/\/ formatted\n$/);
  for (const text of Object.values(await readFiles(options.output))) expect(text).toMatch(/\n\/\/ formatted\n$/);
  expect((await generate({ ...options, check: true })).changes).toEqual({ added: [], changed: [], removed: [] });
});

it("writes nothing after an abort", async () => {
  const folder = await scratch({ "a.json": api(operation("a", "A")) });
  const options = { input: join(folder, "a.json"), output: join(folder, "client"), signal: AbortSignal.abort() };
  await expect(generate(options)).rejects.toThrow();
  expect(Object.keys(await readFiles(folder))).toEqual(["a.json"]);
});
