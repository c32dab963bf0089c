import { readFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { generate, type HeyApiPlugin } from "../../src/index.ts";
import { client } from "../support/client.ts";
import { compile, parse } from "../support/compile.ts";
import { readFiles, writeFiles } from "../support/scratch.ts";

const GOLDEN = await readFile(new URL("../fixtures/golden/openapi.yaml", import.meta.url), "utf8");

/** Descriptions that only normalizing makes sense of. */
const UNUSUAL = `openapi: 3.1.0
info: { title: Test, version: "1" }
paths:
  notes/{id}: { get: { operationId: get-note, responses: { "200": { description: A., content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } } } } }
components:
  schemas:
    Note: { type: object, required: [text], properties: { text: { type: string, maxLength: 5 }, next: { $ref: "#/components/schemas/Note/properties/text" } } }
`;

/** Texts that would end a comment or a string. */
const HOSTILE = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Test", version: "1" },
  paths: {
    "/a": {
      get: {
        operationId: "a",
        description: "*/ evil(); /*",
        responses: {
          "200": {
            description: "*/ evil(); /*",
            content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      A: {
        description: "*/ evil(); /*",
        type: "object",
        properties: {
          '"]: evil(), "': { description: "*/ evil();", const: '"); evil("' },
          b: { type: "string", pattern: "/); evil(/", default: "`+evil()+`" },
        },
      },
    },
  },
});

describe.each(["zod", "valibot"])("the plugin %s of hey-api", (name) => {
  it("writes a module that compiles with the client", async () => {
    const { files, folder } = await client(GOLDEN, { plugins: [name] });
    expect(files).toContain(`plugins/${name}.gen.ts`);
    expect(await compile(folder, { isolatedDeclarations: false, skipLibCheck: true })).toEqual([]);
  });

  it("gets the normalized document", async () => {
    const { texts } = await client(UNUSUAL, { plugins: [name] });
    expect(texts[`plugins/${name}.gen.ts`]).toMatch(/GetNotePath\b/);
  });

  it("makes no code of what a description says", async () => {
    const { texts } = await client(HOSTILE, { plugins: [name] });
    const { statements, parseDiagnostics } = parse(texts[`plugins/${name}.gen.ts`] ?? "");
    expect(parseDiagnostics).toEqual([]);
    const other = statements.filter((one) => !ts.isImportDeclaration(one) && !ts.isVariableStatement(one));
    expect(other).toEqual([]);
  });

  it("leaves the files of the client as they are without it", async () => {
    const { texts: plain } = await client(GOLDEN);
    const { texts } = await client(GOLDEN, { plugins: [name] });
    expect(texts).toMatchObject(plain);
  });
});

it("takes the settings of a plugin", async () => {
  const plugin: HeyApiPlugin = { name: "zod", definitions: { name: "{{name}}Checked" } };
  const { texts } = await client(GOLDEN, { plugins: [plugin] });
  expect(texts["plugins/zod.gen.ts"]).toMatch(/export const \w+Checked\b/);
});

it("checks, formats and cleans up what plugins write like everything else", async () => {
  const format = [process.execPath, "-e", APPEND];
  const { folder, texts } = await client(GOLDEN, { plugins: ["zod"], format });
  expect(texts["plugins/zod.gen.ts"]).toMatch(/\/\/ formatted\n$/);

  const options = { input: join(folder, "../openapi.yaml"), output: folder };
  await writeFiles(folder, { "plugins/own.ts": "" });
  const { changes } = await generate({ ...options, plugins: ["zod"], format, check: true });
  expect(changes).toEqual({ added: [], changed: [], removed: [] });

  expect((await generate(options)).changes.removed).toEqual(["plugins/zod.gen.ts"]);
  expect(Object.keys(await readFiles(folder))).toContain("plugins/own.ts");
});

/** A formatter that adds a line to each file. */
const APPEND = `
const fs = require("node:fs");
const path = require("node:path");
for (const name of fs.readdirSync(process.argv[1], { recursive: true })) {
  if (name.endsWith(".ts")) fs.appendFileSync(path.join(process.argv[1], name), "// formatted\\n");
}`;

describe("an invalid plugin is rejected in one sentence:", () => {
  it.each([
    ["one that does not exist", "nonsense", "@hey-api/openapi-ts has no plugin named nonsense"],
    ["a client of hey-api's own", "@hey-api/client-fetch", "The plugin @hey-api/client-fetch is not supported"],
  ])("%s", async (_, name, message) => {
    await expect(client(GOLDEN, { plugins: [name] })).rejects.toThrow(message);
  });
});
