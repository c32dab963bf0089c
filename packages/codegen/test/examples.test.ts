import { execFile } from "node:child_process";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compile } from "./support/compile.ts";
import { readFiles, scratch } from "./support/scratch.ts";

const EXAMPLES = fileURLToPath(new URL("../examples/", import.meta.url));
const GENERATOR = fileURLToPath(new URL("../bin/keynest-codegen.js", import.meta.url));
const HEY_API = fileURLToPath(new URL("../bin/run.js", import.meta.resolve("@hey-api/openapi-ts")));

/** A folder with the examples, as somebody has who copied them. */
async function copy(): Promise<string> {
  const folder = await scratch();
  await cp(EXAMPLES, folder, { recursive: true });
  return folder;
}

/** Runs Node in the folder, with the packages as they are built. */
function run(folder: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const node = ["--disable-warning=ExperimentalWarning", ...args];
    execFile(process.execPath, node, { cwd: folder, env: { ...process.env, CI: "1" } }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

describe("of the examples", () => {
  it("generate.ts writes a client, and prints how many files it has", async () => {
    const folder = await copy();
    const { stdout, stderr } = await run(folder, "generate.ts");
    const files = Object.keys(await readFiles(join(folder, "src/generated")));
    expect({ stdout, stderr }).toEqual({ stdout: `${files.length} files, ${files.length} of them new\n`, stderr: "" });
  });

  it("keynest-codegen.config.ts gives pages and documentation", async () => {
    const folder = await copy();
    expect(await run(folder, GENERATOR)).toMatchObject({ code: 0, stderr: "" });
    expect(await readFile(join(folder, "docs/notes.md"), "utf8")).toContain('from "@example/notes"');
    expect(await readdir(join(folder, "src/generated"))).toContain("paginate.gen.ts");
    expect(await run(folder, GENERATOR, "--check")).toMatchObject({ code: 0 });
  });

  it("openapi-ts.config.ts gives a client that compiles, and hey-api's Zod schemas beside it", async () => {
    const folder = await copy();
    expect(await run(folder, HEY_API)).toMatchObject({ code: 0 });
    const output = join(folder, "src/generated");
    expect(await readdir(output)).toEqual(expect.arrayContaining(["paginate.gen.ts", "zod.gen.ts"]));
    expect(await compile(output, { isolatedDeclarations: false, declaration: false })).toEqual([]);
  });

  it("check-changes.ts fails for a change that breaks users, and for no other", async () => {
    const folder = await copy();
    const text = await readFile(join(folder, "notes.yaml"), "utf8");
    await writeFile(join(folder, "after.yaml"), text.replaceAll("createNote", "addNote"));
    const { code, stdout } = await run(folder, "check-changes.ts", "notes.yaml", "after.yaml");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^breaking: .*createNote.*addNote/);
    expect(await run(folder, "check-changes.ts", "notes.yaml", "notes.yaml")).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
  });

  it("each has its test here, and its line in their README", async () => {
    const programs = (await readdir(EXAMPLES)).filter((file) => file.endsWith(".ts"));
    const [tests, readme] = await Promise.all([
      readFile(fileURLToPath(import.meta.url), "utf8"),
      readFile(`${EXAMPLES}README.md`, "utf8"),
    ]);
    expect(programs.filter((file) => !tests.includes(`it("${file} `) || !readme.includes(`(${file})`))).toEqual([]);
  });
});
