import { describe, expect, it } from "vitest";
import { formatProblem } from "../src/index.ts";
import { client, type GeneratedClient } from "./support/client.ts";
import { compile } from "./support/compile.ts";
import { recorder } from "./support/recorder.ts";

const HEAD = 'openapi: 3.1.0\ninfo: { title: Test, version: "1" }\n';

/** The warnings, without the folder of the test. */
function warnings({ problems, folder }: GeneratedClient): string[] {
  const [, place = ""] = /\/(test\/\.tmp\/\w+\/)client$/.exec(folder.replaceAll("\\", "/")) ?? [];
  return problems.map((problem) => formatProblem(problem).replaceAll(place, ""));
}

async function sound(text: string, files: Record<string, string> = {}): Promise<GeneratedClient> {
  const generated = await client(text, { files });
  expect(await compile(generated.folder)).toEqual([]);
  return generated;
}

describe("a path parameter", () => {
  it("that is not declared becomes a required string", async () => {
    const generated = await sound(
      `${HEAD}paths:\n  /a/{id}:\n    get:\n      responses: { "200": { description: A. } }\n`,
    );
    expect(warnings(generated)).toEqual([
      "openapi.yaml:5 #/paths/~1a~1{id}/get: warning: The path parameter {id} is not declared; it becomes a required string.",
    ]);
    const { getAById } = await generated.load();
    expect(getAById).toBeTypeOf("function");
  });

  it("that is optional, not in the path, or of an invalid style is reported once", async () => {
    const generated = await sound(`${HEAD}paths:
  /a/{id}:
    parameters:
      - { name: id, in: path, style: form, schema: { type: string } }
      - { name: other, in: path, required: true, schema: { type: string } }
      - { name: nowhere }
    get: { responses: { "200": { description: A. } } }
    put: { responses: { "200": { description: A. } } }
`);
    expect(warnings(generated)).toEqual([
      "openapi.yaml:6 #/paths/~1a~1{id}/parameters/0/name: warning: The path parameter {id} is not marked as required; it becomes required.",
      'openapi.yaml:6 #/paths/~1a~1{id}/parameters/0/name: warning: "form" is not a style of path parameters; "id" gets the default style.',
      "openapi.yaml:7 #/paths/~1a~1{id}/parameters/1/name: warning: The path has no {other}; this path parameter is ignored.",
      "openapi.yaml:8 #/paths/~1a~1{id}/parameters/2/name: warning: A parameter needs a `name` and a valid `in` (path, query, header or cookie); this one is ignored.",
    ]);
  });
});

it("numbers names that collide, with a warning at their location", async () => {
  const generated = await sound(`${HEAD}paths:
  /a: { get: { operationId: list-all, tags: [A b], responses: { "200": { description: A. } } } }
  /b: { get: { operationId: listAll, tags: [a_b], responses: { "200": { description: A. } } } }
components:
  schemas: { ListAllResult: { type: string }, list_all_result: { type: string } }
  securitySchemes:
    listAll: { type: http, scheme: bearer }
    old: { type: http, scheme: hoba }
`);
  expect(warnings(generated)).toEqual([
    'openapi.yaml:5 #/paths/~1b/get/operationId: warning: The name listAll, of the operationId "listAll", is taken; this operation is named listAll2.',
    'openapi.yaml:7 #/components/schemas/ListAllResult: warning: The name ListAllResult is taken; the schema "ListAllResult" is named ListAllResult2.',
    'openapi.yaml:7 #/components/schemas/list_all_result: warning: The name ListAllResult is taken; the schema "list_all_result" is named ListAllResult3.',
    'openapi.yaml:5 #/paths/~1b/get/tags: warning: The module a-b is taken by a tag with nearly the same name; the tag "a_b" is in a-b2.',
    'openapi.yaml:9 #/components/securitySchemes/listAll: warning: The name listAll is taken; the credential for "listAll" is named listAll3.',
    'openapi.yaml:10 #/components/securitySchemes/old: warning: The security scheme "old" is not supported; write a credential for it yourself.',
  ]);
});

it("ignores responses that are not under a status", async () => {
  const generated = await sound(`${HEAD}paths:
  /a:
    get:
      operationId: a
      responses:
        "200": { description: A. }
        4xx: { description: B. }
        "600": { description: C. }
        ok: { description: D. }
        x-note: { description: E. }
`);
  expect(warnings(generated).map((line) => line.replace(/.*warning: /, ""))).toEqual([
    '"600" is not a valid status; its response is ignored.',
    'A range of statuses is written in capitals; "4xx" becomes 4XX.',
    '"ok" is not a valid status; its response is ignored.',
  ]);
  expect(generated.texts["operations/default.gen.ts"]).toContain("Failure<ClientErrorStatus, undefined>");
});

it("warns about a security scheme that is not declared", async () => {
  const generated = await sound(
    `${HEAD}paths: { /a: { get: { operationId: a, security: [{ ghost: [] }], responses: { "200": { description: A. } } } } }\n`,
  );
  expect(warnings(generated)).toEqual([
    'openapi.yaml:3 #/paths/~1a/get/security: warning: The security scheme "ghost" is not declared; write a credential for it yourself.',
  ]);
  expect(generated.texts["operations/default.gen.ts"]).toContain("client: Client<{ ghost: true }>");
});

it("adds the leading slash of a path, so that it cannot continue the host name", async () => {
  const generated = await sound(`${HEAD}servers: [{ url: "https://api.test" }]
paths:
  .evil.test/a: { get: { operationId: a, responses: { "200": { description: A. } } } }
  b: { get: { operationId: b, responses: { "200": { description: A. } } } }
  /b: { get: { operationId: c, responses: { "200": { description: A. } } } }
  /d: text
`);
  expect(warnings(generated)).toEqual([
    "openapi.yaml:5 #/paths/.evil.test~1a: warning: A path must begin with a slash; this one becomes /.evil.test/a.",
    "openapi.yaml:6 #/paths/b: warning: A path must begin with a slash; this one is ignored.",
    "openapi.yaml:8 #/paths/~1d: warning: This path item is not a mapping; it is ignored.",
  ]);
  const { a, createClient } = await generated.load();
  const { fetch, last } = recorder();
  await a(createClient({ fetch }));
  expect(new URL(last().url).host).toBe("api.test");
});

it("ignores the body of a GET, and an operation that is not a mapping", async () => {
  const generated = await sound(`${HEAD}paths:
  /a:
    get:
      operationId: a
      requestBody: { content: { application/json: { schema: { type: string } } } }
      responses: { "200": { description: A. } }
    put: 1
`);
  expect(warnings(generated).map((line) => line.replace(/.*warning: /, ""))).toEqual([
    "A GET request cannot have a body; it is ignored.",
    "This operation is not a mapping; it is ignored.",
  ]);
});

it("removes cycles from schemas that contain themselves, and turns numbers into texts", async () => {
  const generated = await sound(`${HEAD}paths: {}
components:
  schemas:
    Self: { title: 2024, anyOf: [{ $ref: "#/components/schemas/Self" }, { type: string }] }
    A: { allOf: [{ $ref: "#/components/schemas/B" }] }
    B: { allOf: [{ $ref: "#/components/schemas/A" }, { type: object, properties: { b: { type: string } } }] }
`);
  expect(warnings(generated)).toEqual([
    'openapi.yaml:6 #/components/schemas/Self/title: warning: The title must be a string; it becomes "2024".',
    'openapi.yaml:7 #/components/schemas/A: warning: The schema "A" contains itself through "B"; that part is ignored.',
    'openapi.yaml:6 #/components/schemas/Self: warning: The schema "Self" contains itself through "Self"; that part is ignored.',
    "openapi.yaml:3 #/paths: warning: The description has no operations; the client has only types.",
  ]);
});

it("reports the location in the file of the problem", async () => {
  const root = `${HEAD}paths:\n  /users/{id}: { $ref: "./paths/users.yaml#/one" }\ncomponents: { parameters: {} }\n`;
  const users = `one:
  get:
    parameters:
      - $ref: "../parameters.yaml#/Limit"
      - $ref: "../parameters.yaml#/Id"
    responses:
      "200": { description: A. }
      later: { description: B. }
`;
  const parameters =
    "Limit: { name: limit, in: query, style: nope, schema: { type: string } }\nId:\n  name: id\n  in: path\n  schema: { type: string }\n";
  const generated = await sound(root, { "paths/users.yaml": users, "parameters.yaml": parameters });
  expect(warnings(generated)).toEqual([
    'parameters.yaml:1 #/Limit/name: warning: "nope" is not a style of query parameters; "limit" gets the default style.',
    "parameters.yaml:3 #/Id/name: warning: The path parameter {id} is not marked as required; it becomes required.",
    'paths/users.yaml:8 #/one/get/responses/later: warning: "later" is not a valid status; its response is ignored.',
  ]);
});

it("gives operations that share a path item or an anchor their own names", async () => {
  const generated = await sound(`${HEAD}paths:
  /a: &shared { get: { operationId: get, parameters: [{ name: q, in: query, schema: { type: string } }], responses: { "204": { description: A. } } } }
  /b: *shared
  /c: { $ref: "#/paths/~1a" }
  /d: { $ref: "#/components/pathItems/d" }
  /e: { $ref: "#/components/pathItems/d" }
components: { pathItems: { d: { post: { responses: { "204": { description: A. } } } } } }
`);
  const module = await generated.load();
  const { fetch, last } = recorder(() => new Response(null, { status: 204 }));
  const { createClient } = await import("@keynest/runtime");
  const urls: string[] = [];
  for (const name of ["get", "get2", "get3", "postD", "postE"]) {
    await module[name](createClient({ baseUrl: "https://api.test", fetch }), {});
    urls.push(last().url);
  }
  expect(urls.map((url) => new URL(url).pathname)).toEqual(["/a", "/b", "/c", "/d", "/e"]);
});

it("ignores the operationId of a webhook if an operation has it", async () => {
  const hook = (name: string) => `  ${name}: { post: { operationId: a, responses: { "204": { description: A. } } } }\n`;
  const generated = await sound(
    `${HEAD}paths:\n${hook("/a")}webhooks:\n${hook("b")}${hook("c").replace(" a,", " b,")}`,
  );
  expect(warnings(generated)).toEqual([
    'openapi.yaml:6 #/webhooks/b/post/operationId: warning: The operationId "a" is taken; the one of this webhook is ignored.',
  ]);
  expect(generated.texts["openapi.gen.ts"]).toContain('post: operations["b"]');
});

it("understands true and false in a list of schemas", async () => {
  await sound(
    `${HEAD}paths: {}\ncomponents: { schemas: { A: { anyOf: [true, { type: string }] }, B: { allOf: [false, { type: string }] } } }\n`,
  );
});

it.each(["constructor", "hasOwnProperty", "valueOf"])("%s is a name like others", async (name) => {
  const generated = await client(
    `${HEAD}paths: {}\ncomponents: { schemas: { ${name}: { properties: { ${name}: { $ref: "b.yaml#/${name}" } } } } }\n`,
    { files: { "b.yaml": `${name}: { const: here }\n` } },
  );
  expect(await compile(generated.folder)).toEqual([]);
  expect(generated.texts["schemas.gen.ts"]).toContain('"here"');
});
