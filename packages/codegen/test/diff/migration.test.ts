import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { generate } from "../../src/index.ts";
import { compile } from "../support/compile.ts";
import { scratch, writeFiles } from "../support/scratch.ts";
import { api, diff, object, operation, type Part, ref, returns, takes, type } from "./descriptions.ts";

const text = type("string");
const ok = { description: "Done." };
const json = (schema: Part, rest: Part = {}): Part => ({ "application/json": { schema, ...rest } });
const form = (fields: Part): Part => ({ "multipart/form-data": { schema: object(fields) } });
const binary = type("string", { format: "binary" });
const get = (id: string, rest: Part = {}): Part => ({ get: { operationId: id, responses: { "200": ok }, ...rest } });
const at: Part = { servers: [{ url: "https://notes.test" }] };
const scheme = (name: string): Part => ({ type: "apiKey", in: "header", name });

/** Variables of an example are not used, and the first element of a list is taken to be there. */
const UNUSED = /error TS(6133|2532|18048):/;

/** What a call was like, and what it is like. */
const MIGRATIONS: Readonly<Record<string, readonly [Part, Part, string, string]>> = {
  "a new required field": [
    takes(object({ text: type("string", { example: "Milk" }) })),
    takes(object({ text: type("string", { example: "Milk" }), folder: type("integer"), "tag?": text })),
    'await makeNote(client, { body: { text: "Milk" } });',
    'await makeNote(client, { body: { text: "Milk", folder: 1 } });',
  ],
  "a field that was removed, deep inside": [
    takes(
      object({
        owner: object({ name: text, "emails?": type("array", { items: type("string", { format: "email" }) }) }),
      }),
    ),
    takes(object({ owner: object({ name: text }) })),
    'await makeNote(client, { body: { owner: { name: "…", emails: [] } } });',
    'await makeNote(client, { body: { owner: { name: "…" } } });',
  ],
  "a field that could be left out": [
    takes(object({ "owner?": object({ "name?": text }) })),
    takes(object({ "owner?": object({ name: text }) })),
    "await makeNote(client, { body: { owner: {} } });",
    'await makeNote(client, { body: { owner: { name: "…" } } });',
  ],
  "a field that could be left out, of a body that still can be": [
    operation({ requestBody: { content: json(object({ text, "folder?": type("integer") })) } }),
    operation({ requestBody: { content: json(object({ text, folder: type("integer") })) } }),
    'await makeNote(client, { body: { text: "…" } });',
    'await makeNote(client, { body: { text: "…", folder: 1 } });',
  ],
  "a parameter that could be left out": [
    operation({ parameters: [{ name: "sort", in: "query", schema: text }] }),
    operation({ parameters: [{ name: "sort", in: "query", required: true, schema: text }] }),
    "await makeNote(client);",
    'await makeNote(client, { sort: "…" });',
  ],
  "a file": [
    operation({ requestBody: { required: true, content: form({ name: text }) } }),
    operation({ requestBody: { required: true, content: form({ name: text, file: binary }) } }),
    'await makeNote(client, { body: { name: "…" } });',
    'await makeNote(client, { body: { name: "…", file: new Blob(["…"]) } });',
  ],
  "a required parameter": [
    operation({}),
    operation({
      parameters: [{ name: "sort", in: "query", required: true, schema: type("string", { enum: ["name"] }) }],
    }),
    "await makeNote(client);",
    'await makeNote(client, { sort: "name" });',
  ],
  "a part of the path with another name": [
    api({ paths: { "/a/{id}": get("getA") } }),
    api({ paths: { "/a/{noteId}": get("getA") } }),
    'await getA(client, { id: "…" });',
    'await getA(client, { noteId: "…" });',
  ],
  "a function with another name": [
    api({ paths: { "/a": get("getA") } }),
    api({ paths: { "/a": get("readA") } }),
    "await getA(client);",
    "await readA(client);",
  ],
  "a function that was removed": [
    api({ paths: { "/a": get("getA"), "/b": get("getB") } }),
    api({ paths: { "/b": get("getB") } }),
    "await getA(client);",
    "// getA was removed.",
  ],
  "a type with another name": [
    returns(ref("Note"), { schemas: { Note: object({ text }) } }),
    returns(ref("Memo"), { schemas: { Memo: object({ text }) } }),
    'import type { Note } from "./client.js";',
    'import type { Memo } from "./client.js";',
  ],
  "a type that was removed": [
    returns(ref("Note"), { schemas: { Note: object({ text }) } }),
    returns(object({ text })),
    'import type { Note } from "./client.js";',
    "// Note was removed.",
  ],
  "a module with another name": [
    api({ paths: { "/a": get("getA", { tags: ["old things"] }) } }),
    api({ paths: { "/a": get("getA", { tags: ["new"] }) } }),
    'import * as oldThings from "./client.js/old-things";',
    'import * as new_ from "./client.js/new";',
  ],
  "a function in another module": [
    api({
      paths: {
        "/a": get("getA", { tags: ["a"] }),
        "/b": get("getB", { tags: ["b"] }),
        "/c": get("getC", { tags: ["a"] }),
      },
    }),
    api({
      paths: {
        "/a": get("getA", { tags: ["b"] }),
        "/b": get("getB", { tags: ["b"] }),
        "/c": get("getC", { tags: ["a"] }),
      },
    }),
    'import { getA } from "./client.js/a";',
    'import { getA } from "./client.js/b";',
  ],
  "a field of the result that may be null": [
    returns(object({ items: type("array", { items: object({ due_date: text }) }) })),
    returns(object({ items: type("array", { items: object({ due_date: type(["string", "null"]) }) }) })),
    "const result = await makeNote(client);\nconst dueDate: string = result.items[0].due_date;",
    "const result = await makeNote(client);\nconst dueDate: string | null = result.items[0].due_date;",
  ],
  "a field of the result that may be left out": [
    returns(object({ text })),
    returns(object({ "text?": text })),
    "const result = await makeNote(client);\nconst text: string = result.text;",
    "const result = await makeNote(client);\nconst text: string | undefined = result.text;",
  ],
  "a field of the result that was removed": [
    returns(object({ "a-b": text })),
    returns(object({})),
    'const result = await makeNote(client);\nconst aB: string = result["a-b"];',
    'const result = await makeNote(client);\n// result["a-b"] was removed.',
  ],
  "a new value in the result": [
    returns(type("string", { enum: ["a"] })),
    returns(type("string", { enum: ["a", "b"] })),
    'const result = await makeNote(client);\nconst value: "a" = result;',
    'const result = await makeNote(client);\nconst value: "a" | "b" = result;',
  ],
  "a field of a value by any name": [
    returns(object({ owners: type("object", { additionalProperties: object({ name: text }) }) })),
    returns(object({ owners: type("object", { additionalProperties: object({ "name?": text }) }) })),
    'const result = await makeNote(client);\nconst name: string = result.owners["…"].name;',
    'const result = await makeNote(client);\nconst name: string | undefined = result.owners["…"].name;',
  ],
  "a field of what may be missing": [
    returns(object({ "owner?": { anyOf: [object({ "name?": text }), type("null")] } })),
    returns(object({ "owner?": { anyOf: [object({ "name?": type("integer") }), type("null")] } })),
    "const result = await makeNote(client);\nconst name: string | undefined = result.owner!.name;",
    "const result = await makeNote(client);\nconst name: number | undefined = result.owner!.name;",
  ],
  "a field of an error": [
    operation({ responses: { "204": ok, "404": { ...ok, content: json(object({ code: text })) } } }),
    operation({ responses: { "204": ok, "404": { ...ok, content: json(object({})) } } }),
    "const result = await makeNoteDetailed(client);\nif (result.status === 404) {\n  const code: string = result.error.code;\n}",
    "const result = await makeNoteDetailed(client);\nif (result.status === 404) {\n  // result.error.code was removed.\n}",
  ],
  "a credential where none was needed": [
    operation({ security: [] }, { securitySchemes: { token: scheme("X-Token") } }, at),
    operation({ security: [{ token: [] }] }, { securitySchemes: { token: scheme("X-Token") } }, at),
    "const client = createClient();",
    'const client = createClient({ auth: token("…") });',
  ],
  "a secret, whose example is not shown": [
    takes(object({ text })),
    takes(object({ text, password: type("string", { "x-sensitive": true, example: "a real one" }) })),
    'await makeNote(client, { body: { text: "…" } });',
    'await makeNote(client, { body: { text: "…", password: "…" } });',
  ],
};

it.each(Object.entries(MIGRATIONS))(
  "shows the code before and after: %s",
  async (_what, [base, head, before, after]) => {
    const [change] = await diff(base, head);
    expect(change).toMatchObject({ level: "breaking", migration: { before, after } });
  },
);

it("breaks long calls into lines", async () => {
  const fields = { description: text, location: text, organization: text, contributor: text, reviewer: text };
  const [change] = await diff(takes(object(fields)), takes(object({ ...fields, sort: text })));
  expect(change?.migration?.after).toBe(`await makeNote(client, {
  body: {
    description: "…",
    location: "…",
    organization: "…",
    contributor: "…",
    reviewer: "…",
    sort: "…",
  },
});`);
});

it("shows no code where calls stay as they are", async () => {
  const [change] = await diff(takes(text), takes(type("string", { minLength: 2 })));
  expect(change).toMatchObject({ level: "breaking", rule: "limit-changed" });
  expect(change).not.toHaveProperty("migration");
});

it("shows no code for a field that only some variants have", async () => {
  const variants = (schema: Part): Part =>
    returns({ oneOf: [object({ kind: { const: "a" }, size: schema }), object({ kind: { const: "b" } })] });
  const [change] = await diff(variants(text), variants(type("integer")));
  expect(change).toMatchObject({ level: "breaking", rule: "type-changed" });
  expect(change).not.toHaveProperty("migration");
});

it("shows no code for a header, which has no type", async () => {
  const withHeader = (header: Part): Part =>
    operation({ responses: { "200": { ...ok, content: json(text), headers: { "X-Left": { schema: header } } } } });
  const [change] = await diff(withHeader(type("integer")), withHeader(text));
  expect(change).toMatchObject({ level: "breaking", rule: "type-changed" });
  expect(change).not.toHaveProperty("migration");
});

it("shows code that compiles, before and after", async () => {
  const folder = await scratch();
  await Promise.all(
    Object.values(MIGRATIONS).flatMap(([base, head, before, after], number) => [
      writeProgram(join(folder, `${number}-before`), base, before),
      writeProgram(join(folder, `${number}-after`), head, after),
    ]),
  );
  const errors = (await compile(folder)).filter((line) => !UNUSED.test(line));
  expect(errors).toEqual([]);
});

it("shows code whose old form no longer compiles", async () => {
  const folder = await scratch();
  // A client without a credential is none that fails by itself, and modules are imported by whoever has them.
  const cases = Object.entries(MIGRATIONS).filter(([, [, , before]]) => !/^import|createClient/.test(before));
  await Promise.all(
    cases.map(([, [, head, before]], number) => writeProgram(join(folder, `case-${number}-`), head, before)),
  );
  const errors = (await compile(folder)).filter((line) => !UNUSED.test(line));
  const broken = cases.filter((_case, number) => errors.some((line) => line.includes(`case-${number}-/use.ts`)));
  expect(cases.length).toBeGreaterThan(10);
  expect(broken).toEqual(cases);
});

/** A client of the description, and a program that uses it. */
async function writeProgram(folder: string, description: Part, code: string): Promise<void> {
  await writeFiles(folder, { "openapi.json": JSON.stringify(description) });
  await generate({ input: join(folder, "openapi.json"), output: join(folder, "client") });
  const index = await readFile(join(folder, "client", "index.gen.ts"), "utf8");
  if (code.startsWith("import")) return;
  const called = Array.from(code.matchAll(/\b(\w+)\(/g), ([, name = ""]) => name);
  const names = [...new Set(called)].filter((name) => new RegExp(`\\b${name}\\b`).test(index));
  const ours = names.length > 0 ? `import { ${names.join(", ")} } from "./client/index.gen.js";\n` : "";
  const client = /const client\b/.test(code) ? "" : "declare const client: never;\n";
  await writeFiles(folder, { "use.ts": `${ours}${client}export async function use(): Promise<void> {\n${code}\n}\n` });
}
