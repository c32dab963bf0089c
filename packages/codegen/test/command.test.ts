import { once } from "node:events";
import { chmod, readdir } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import packageFile from "../package.json" with { type: "json" };
import { command, finish, start } from "./support/command.ts";
import { readFiles, scratch, writeFiles } from "./support/scratch.ts";
import { serve } from "./support/server.ts";

const HEAD = 'openapi: 3.1.0\ninfo: { title: Test, version: "1" }\n';
const api = (id: string): string =>
  `${HEAD}paths: { /${id}: { get: { operationId: ${id}, responses: { "204": { description: A. } } } } }\n`;

describe("help and version", () => {
  it.each(["--help", "-h"])("%s lists every option", async (flag) => {
    const { code, stdout } = await command([flag], await scratch());
    expect(code).toBe(0);
    for (const option of ["--input", "--output", "--runtime", "--config", "--check", "--help", "--version"]) {
      expect(stdout).toContain(option);
    }
  });

  it.each(["--version", "-v"])("%s prints the version of the package", async (flag) => {
    expect(await command([flag], await scratch())).toEqual({ code: 0, stdout: `${packageFile.version}\n`, stderr: "" });
  });
});

it.each([
  [[], "--input is required, on the command line or in a configuration file."],
  [["-i", "a.yaml"], "--output is required, on the command line or in a configuration file."],
  [["--nope"], "Unknown option '--nope'"],
  [["-i", "a.yaml", "-o", "b", "c"], "Unexpected argument 'c'"],
  [["--input"], "argument missing"],
])("%j is wrong usage", async (args, said) => {
  const { code, stdout, stderr } = await command(args, await scratch({ "a.yaml": api("a") }));
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(said);
  expect(stderr).toMatch(/See keynest-codegen --help\.\n$/);
});

describe("--check", () => {
  it("lists the files that are out of date, writes nothing and exits with 1", async () => {
    const folder = await scratch({
      "a.yaml": `${api("a")}tags: []\n`,
      "b.yaml": api("b").replace("responses", "tags: [B], responses"),
    });
    await command(["-i", "a.yaml", "-o", "client"], folder);
    const before = await readFiles(folder);
    expect(await command(["-i", "b.yaml", "-o", "client", "--check"], folder)).toEqual({
      code: 1,
      stdout: "",
      stderr: [
        "client is out of date:",
        "  missing   operations/b.gen.ts",
        "  changed   index.gen.ts",
        "  changed   openapi.gen.ts",
        "  obsolete  operations/default.gen.ts",
        "Run the generator again.\n",
      ].join("\n"),
    });
    expect(await readFiles(folder)).toEqual(before);
  });

  it("exits with 0 if everything is up to date, without trusting the stamp", async () => {
    const folder = await scratch({ "a.yaml": api("a") });
    await command(["-i", "a.yaml", "-o", "client"], folder);
    const args = ["-i", "a.yaml", "-o", "client", "--check"];
    expect(await command(args, folder)).toEqual({ code: 0, stdout: "client is up to date.\n", stderr: "" });
    await writeFiles(folder, {
      "client/index.gen.ts": `${(await readFiles(folder))["client/index.gen.ts"]}// edited\n`,
    });
    expect(await command(args, folder)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("changed   index.gen.ts"),
    });
  });
});

describe("the configuration file", () => {
  const settings = { input: "a.yaml", output: "client", runtime: "some-runtime" };
  const INDEX = new URL("../src/index.ts", import.meta.url).href;

  it.each([
    ["keynest-codegen.config.json", JSON.stringify(settings)],
    [
      "keynest-codegen.config.ts",
      `import { type CodegenConfig, defineConfig } from ${JSON.stringify(INDEX)};\nconst config: CodegenConfig = defineConfig(${JSON.stringify(settings)});\nexport default config;\n`,
    ],
    ["keynest-codegen.config.mjs", `export default ${JSON.stringify(settings)};\n`],
  ])("%s is found", async (name, text) => {
    const folder = await scratch({ "a.yaml": api("a"), [name]: text });
    expect(await command([], folder)).toMatchObject({ code: 0, stderr: "" });
    expect((await readFiles(folder))["client/operations/default.gen.ts"]).toContain('from "some-runtime"');
  });

  it("can be named, by an absolute path too, and flags win over it", async () => {
    const folder = await scratch({ "b.yaml": api("b"), "other.json": JSON.stringify(settings) });
    const args = ["--config", join(folder, "other.json"), "-i", "b.yaml"];
    expect(await command(args, folder)).toMatchObject({ code: 0, stderr: "" });
    expect(Object.keys(await readFiles(join(folder, "client")))).toContain("index.gen.ts");
  });

  it.each([
    [
      '{"inputs":"a"}',
      'Unknown setting "inputs". The settings are: input, output, docs, runtime, format, pagination, plugins, resources, sync.',
    ],
    [
      '{"toString":"a"}',
      'Unknown setting "toString". The settings are: input, output, docs, runtime, format, pagination, plugins, resources, sync.',
    ],
    ['{"input":1}', 'The setting "input" must be a string.'],
    ['{"pagination":[{"next":"next"}]}', 'The setting "pagination" must be a list of pagination styles'],
    [
      '{"docs":{"output":"docs"}}',
      'The setting "docs" must be an object with output and package, and optionally sync,',
    ],
    [
      '{"docs":{"output":"docs","package":"a","page":1}}',
      'The setting "docs" must be an object with output and package',
    ],
    ['{"docs":{"output":"d","package":"a","class":"a b"}}', 'The setting "docs" must be an object with output and'],
    ['{"format":"biome"}', 'The setting "format" must be a list of strings.'],
    ["[]", "The configuration must export an object as default."],
    ["{", "The configuration could not be loaded: "],
  ])("%s is refused", async (text, said) => {
    const folder = await scratch({ "keynest-codegen.config.json": text });
    const { code, stderr } = await command(["-i", "a.yaml", "-o", "client"], folder);
    expect(code).toBe(1);
    expect(stderr).toContain(`keynest-codegen.config.json: error: ${said}`);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("is required if its name is given", async () => {
    expect(await command(["-c", "none.json"], await scratch())).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("none.json: error: "),
    });
  });
});

it("writes the files even if nobody reads the output", async () => {
  const folder = await scratch({ "a.yaml": api("a") });
  const child = start(["-i", "a.yaml", "-o", "client"], folder);
  child.stdout?.destroy();
  const [said, [code]] = await Promise.all([child.stderr && text(child.stderr), once(child, "exit")]);
  expect({ code, said }).toEqual({ code: 0, said: "" });
  expect(Object.keys(await readFiles(folder))).toContain("client/index.gen.ts");
});

describe("an interruption", () => {
  // Windows ends processes without telling them; there, Ctrl-C comes from a console, which a test has not.
  const onPosix = it.skipIf(process.platform === "win32");

  onPosix.each(["SIGINT", "SIGTERM"] as const)("by %s ends what waits for a server", async (signal) => {
    const folder = await scratch();
    let child: ReturnType<typeof start> | undefined;
    const { url } = await serve(() => child?.kill(signal));
    child = start(["-i", `${url}/api.yaml`, "-o", "client"], folder);
    const ended = once(child, "exit");
    expect(await ended).toEqual([null, signal]);
    expect(await readFiles(folder)).toEqual({});
  });

  onPosix("while the formatter runs leaves everything as it was", async () => {
    const slow =
      'import { writeFileSync } from "node:fs"; writeFileSync("started", ""); setInterval(() => {}, 1000);\n';
    const config = { input: "a.yaml", output: "client", format: [process.execPath, "slow.mjs"] };
    const files = {
      "a.yaml": api("a"),
      "slow.mjs": slow,
      "keynest-codegen.config.json": JSON.stringify(config),
      "client/own.ts": "",
    };
    const folder = await scratch(files);
    const child = start([], folder);
    const ended = finish(child);
    while (!(await readdir(folder)).includes("started")) await wait(20);
    child.kill("SIGINT");
    expect(await ended).toEqual({ code: 130, stdout: "", stderr: "Interrupted; nothing was written.\n" });
    const { started, ...left } = await readFiles(folder);
    expect(started).toBe("");
    expect(left).toEqual(files);
  });
});

it("reports in one sentence that the output cannot be written", async () => {
  const folder = await scratch({ "a.yaml": api("a"), "file/a": "" });
  const onFile = await command(["-i", "a.yaml", "-o", "a.yaml"], folder);
  expect(onFile.code).toBe(1);
  expect(onFile.stderr).toMatch(/^.*error: The output could not be written: .*\n$/);
  await chmod(join(folder, "file"), 0o555);
  // Whoever runs as root may write anywhere, and Windows knows no such mode.
  const readOnly = await command(["-i", "a.yaml", "-o", "file/client"], folder);
  await chmod(join(folder, "file"), 0o755);
  if (process.getuid && process.getuid() !== 0)
    expect(readOnly).toMatchObject({ code: 1, stderr: expect.stringContaining("could not be written") });
  expect(readOnly.stderr).not.toMatch(/\n\s+at /);
});

it("reports in one sentence that the formatter failed", async () => {
  const config = { input: "a.yaml", output: "client", format: ["no-such-program"] };
  const folder = await scratch({ "a.yaml": api("a"), "keynest-codegen.config.json": JSON.stringify(config) });
  const { code, stdout, stderr } = await command([], folder);
  expect([code, stdout]).toEqual([1, ""]);
  // On Windows, the shell says it, in the user's language.
  if (process.platform === "win32") expect(stderr).toMatch(/^error: The formatter failed: .*no-such-program/);
  else expect(stderr).toBe("error: The formatter failed: spawn no-such-program ENOENT\n");
  expect(Object.keys(await readFiles(folder)).sort()).toEqual(["a.yaml", "keynest-codegen.config.json"]);
});
