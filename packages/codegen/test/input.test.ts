import { mkdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { GenerateError, generate } from "../src/index.ts";
import { HEADER } from "../src/typescript/code.ts";
import { command } from "./support/command.ts";
import { readFiles, scratch, writeFiles } from "./support/scratch.ts";
import { serve } from "./support/server.ts";

const HEAD = 'openapi: 3.1.0\ninfo: { title: Test, version: "1" }\n';
const GOOD = `${HEAD}paths: { /a: { get: { operationId: a, responses: { "204": { description: A. } } } } }\n`;

/** Generates over a client from a bad description. Nothing of the client may change. */
async function refuse(input: string, files: Record<string, string>): Promise<string> {
  const folder = await scratch({ "client/index.gen.ts": `${HEADER}\n`, "client/own.ts": "", ...files });
  await mkdir(join(folder, "folder.yaml"));
  const before = await readFiles(folder);
  const isUrl = input.startsWith("http");
  const options = { input: isUrl ? input : join(folder, input), output: join(folder, "client") };
  const error = await generate(options).then(
    () => expect.fail("it was not refused"),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(GenerateError);
  expect(await readFiles(folder)).toEqual(before);
  return (error as Error).message.replaceAll(`${relative(process.cwd(), folder).replaceAll("\\", "/")}/`, "");
}

it("reports the problem in one sentence, and exits with 1", async () => {
  const files = { "client/own.ts": "", "api.yaml": "a: b" };
  const folder = await scratch(files);
  expect(await command(["-i", "api.yaml", "-o", "client"], folder)).toEqual({
    code: 1,
    stdout: "",
    stderr: "api.yaml:1 #: error: This is not an OpenAPI description: it has no `openapi` field.\n",
  });
  expect(await readFiles(folder)).toEqual(files);
});

const texts: [string, string, RegExp | string][] = [
  ["is not YAML", "openapi: 3.1.0\n  paths: {", /^api\.yaml:2: error: This is not valid YAML or JSON: .*\.$/],
  ["is empty", "", "api.yaml:1 #: error: The file is empty; expected an OpenAPI 3.0 or 3.1 description."],
  ["is a list", "- a", "api.yaml:1 #: error: This is not an OpenAPI description: its top level is not a mapping."],
  ["is something else", "a: b", "api.yaml:1 #: error: This is not an OpenAPI description: it has no `openapi` field."],
  [
    "is Swagger 2",
    '# old\nswagger: "2.0"\npaths: {}',
    "api.yaml:2 #/swagger: error: This is Swagger 2.0. Convert it to OpenAPI 3 first, for example with swagger2openapi.",
  ],
  [
    "is of a later version",
    "openapi: 3.2.0\npaths: {}",
    "api.yaml:1 #/openapi: error: OpenAPI 3.2.0 is not supported; 3.0 and 3.1 are.",
  ],
  [
    "has a number as its version",
    "info: {}\nopenapi: 3.0\npaths: {}",
    'api.yaml:2 #/openapi: error: The version is a number. Write it as a string: "3.1.0" or "3.0.3".',
  ],
  [
    "holds itself by an alias",
    `${HEAD}paths: {}\ncomponents: { schemas: { A: &a { properties: { a: *a } } } }`,
    "api.yaml: error: The description could not be understood: it is nested too deeply, or a YAML anchor contains its own alias.",
  ],
  [
    "has a list of paths",
    `${HEAD}paths: []`,
    "api.yaml:3 #/paths: error: `paths` must be a mapping from paths to path items.",
  ],
  [
    "refers to nothing",
    `${HEAD}paths:\n  /a:\n    get:\n      responses:\n        "200":\n          $ref: "#/components/responses/None"\n`,
    'api.yaml:7 #/paths/~1a/get/responses/200: error: The $ref "#/components/responses/None" is broken: there is no such file or component.',
  ],
  [
    "refers to no file",
    `${HEAD}paths:\n  /a:\n    $ref: none.yaml\n`,
    'api.yaml:4 #/paths/~1a: error: The $ref "none.yaml" is broken: there is no such file or component.',
  ],
  [
    "has references that go round",
    `${HEAD}paths: {}\ncomponents:\n  schemas:\n    A:\n      $ref: "#/components/schemas/B"\n    B: { $ref: "#/components/schemas/A" }\n`,
    /^api\.yaml:\d+ #\/components\/schemas\/[AB]: error: The \$ref "#\/components\/schemas\/[AB]" is part of a reference cycle\.$/m,
  ],
  [
    "is malformed where an engine trusts it",
    `${HEAD}paths:\n  /a:\n    get:\n      responses:\n        "200":\n          description: A.\n          content:\n            application/json:\n              schema: { type: object, properties: { a: 1 } }\n`,
    /^api\.yaml:11 #\/paths\/~1a\/get\/responses\/200\/content\/application~1json\/schema\/properties\/a: error: Expected type/m,
  ],
  [
    "has schemas of another shape",
    `${HEAD}paths: {}\ncomponents: { schemas: { A: { allOf: { a: 1 } } } }\n`,
    /^api\.yaml:4 #\/components\/schemas\/A\/allOf: error: Expected type/m,
  ],
  [
    "has parameters of another shape",
    `${HEAD}paths: { /a: { get: { parameters: [{ name: q, in: query, schema: 1 }], responses: {} } } }\n`,
    /^api\.yaml:3 #\/paths\/~1a\/get\/parameters\/0\/schema: error: Expected type/m,
  ],
];

describe("a description that", () => {
  it.each(texts)("%s is rejected, with its location", async (_, text, expected) => {
    const said = await refuse("api.yaml", { "api.yaml": text });
    if (typeof expected === "string") expect(said).toBe(expected);
    else expect(said).toMatch(expected);
  });

  it("does not exist is rejected", async () => {
    expect(await refuse("none.yaml", {})).toBe("none.yaml: error: The file does not exist.");
  });

  it("is a folder is rejected", async () => {
    expect(await refuse("folder.yaml", {})).toMatch(/^folder\.yaml: error: The file could not be read: .*folder/);
  });

  it("is invalid in another file is rejected, with the location there", async () => {
    const files = {
      "api.yaml": `${HEAD}paths:\n  /a: { $ref: "paths/a.yaml" }\n`,
      "paths/a.yaml": `get:\n  responses:\n    "200":\n      $ref: "../none.yaml"\n`,
    };
    expect(await refuse("api.yaml", files)).toBe(
      'paths/a.yaml:3 #/get/responses/200: error: The $ref "../none.yaml" is broken: there is no such file or component.',
    );
    const broken = { ...files, "none.yaml": "a: [" };
    expect(await refuse("api.yaml", broken)).toMatch(/none\.yaml/);
  });
});

describe("a URL that", () => {
  it("cannot be reached is rejected", async () => {
    expect(await refuse("http://127.0.0.1:1/api.yaml", {})).toMatch(
      /^http:\/\/127\.0\.0\.1:1\/api\.yaml: error: The file could not be read: .+\.$/,
    );
  });

  it("cannot be reached from another file is rejected, with the location of the reference", async () => {
    const files = { "api.yaml": `${HEAD}paths:\n  /a: { $ref: "http://127.0.0.1:1/a.yaml" }\n` };
    expect(await refuse("api.yaml", files)).toMatch(
      /^api\.yaml:4 #\/paths\/~1a: error: The \$ref "http:\/\/127\.0\.0\.1:1\/a\.yaml" could not be read: .+\.$/,
    );
  });

  it("responds with 404, or with a web page, is rejected", async () => {
    const none = await serve((_, response) => response.writeHead(404).end("Not Found"));
    expect(await refuse(`${none.url}/api.yaml`, {})).toMatch(/error: The file could not be read: .*404/);
    const page = await serve((_, response) =>
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html>\n<p>Hello: you</p>"),
    );
    expect(await refuse(`${page.url}/api.yaml`, {})).toMatch(
      /api\.yaml.*: error: This is not (valid YAML|an OpenAPI) /,
    );
  });

  it("responds with a description is accepted", async () => {
    const { url } = await serve((_, response) =>
      response.writeHead(200, { "content-type": "application/yaml" }).end(GOOD),
    );
    const folder = await scratch();
    expect(await command(["-i", `${url}/api`, "-o", "client"], folder)).toMatchObject({ code: 0, stderr: "" });
  });
});

it("accepts a description of 5 MB", async () => {
  const schemas = Object.fromEntries(
    Array.from({ length: 5000 }, (_, n) => [`S${n}`, { type: "object", description: "x".repeat(900) }]),
  );
  const folder = await scratch();
  await writeFiles(folder, {
    "api.json": JSON.stringify({
      openapi: "3.1.0",
      info: { title: "T", version: "1" },
      paths: {},
      components: { schemas },
    }),
  });
  expect((await command(["-i", "api.json", "-o", "client"], folder)).code).toBe(0);
});

it("names the file of a $ref that is not YAML", async () => {
  const folder = await scratch({
    "api.yaml": `${HEAD}paths:\n  /a:\n    $ref: paths/a.yaml\n`,
    "paths/a.yaml": "get:\n  summary: A\n  tags: [",
  });
  const { code, stderr } = await command(["-i", "api.yaml", "-o", "client"], folder);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^paths\/a\.yaml:4: error: This is not valid YAML or JSON: [^"/]*\.\n$/);
});
