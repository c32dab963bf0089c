import { expect, it } from "vitest";
import { api, diff, object, operation, type Part, returns, takes, type } from "./descriptions.ts";

const text = type("string");
const ok = { description: "Done." };
const json = (schema: Part, rest: Part = {}): Part => ({ "application/json": { schema, ...rest } });
const get = (id: string, rest: Part = {}): Part => ({ get: { operationId: id, responses: { "200": ok }, ...rest } });
const scheme = (name: string): Part => ({ type: "apiKey", in: "header", name });

/** What a call was like, and what it is like. */
const MIGRATIONS: Readonly<Record<string, readonly [Part, Part, string, string]>> = {
  "a new required field": [
    takes(object({ text: type("string", { example: "Milk" }) })),
    takes(object({ text: type("string", { example: "Milk" }), folder: type("integer"), "tag?": text })),
    'await makeNote(client, { body: { text: "Milk" } });',
    'await makeNote(client, { body: { text: "Milk", folder: 1 } });',
  ],
  "a field that is gone, deep inside": [
    takes(
      object({
        owner: object({ name: text, "emails?": type("array", { items: type("string", { format: "email" }) }) }),
      }),
    ),
    takes(object({ owner: object({ name: text }) })),
    'await makeNote(client, { body: { owner: { name: "…", emails: [] } } });',
    'await makeNote(client, { body: { owner: { name: "…" } } });',
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
  "a function that is gone": [
    api({ paths: { "/a": get("getA"), "/b": get("getB") } }),
    api({ paths: { "/b": get("getB") } }),
    "await getA(client);",
    "// getA is gone.",
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
  "a field of the result that is gone": [
    returns(object({ "a-b": text })),
    returns(object({})),
    'const result = await makeNote(client);\nconst aB: string = result["a-b"];',
    'const result = await makeNote(client);\n// result["a-b"] is gone.',
  ],
  "a new value in the result": [
    returns(type("string", { enum: ["a"] })),
    returns(type("string", { enum: ["a", "b"] })),
    'const result = await makeNote(client);\nconst value: "a" = result;',
    'const result = await makeNote(client);\nconst value: "a" | "b" = result;',
  ],
  "a field of an error": [
    operation({ responses: { "204": ok, "404": { ...ok, content: json(object({ code: text })) } } }),
    operation({ responses: { "204": ok, "404": { ...ok, content: json(object({})) } } }),
    "const result = await makeNoteDetailed(client);\nif (result.status === 404) {\n  const code: string = result.error.code;\n}",
    "const result = await makeNoteDetailed(client);\nif (result.status === 404) {\n  // result.error.code is gone.\n}",
  ],
  "a credential where none was needed": [
    operation({ security: [] }, { securitySchemes: { token: scheme("X-Token") } }),
    operation({ security: [{ token: [] }] }, { securitySchemes: { token: scheme("X-Token") } }),
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
