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
  it("that nobody declared is a required string", async () => {
    const generated = await sound(
      `${HEAD}paths:\n  /a/{id}:\n    get:\n      responses: { "200": { description: A. } }\n`,
    );
    expect(warnings(generated)).toEqual([
      "openapi.yaml:5 #/paths/~1a~1{id}/get: warning: The path parameter {id} is not declared; it is taken as a required string.",
    ]);
    const { getAById } = await generated.load();
    expect(getAById).toBeTypeOf("function");
  });

  it("that is not required, or not in the path, or of an unknown style, is said once", async () => {
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
      "openapi.yaml:6 #/paths/~1a~1{id}/parameters/0/name: warning: The path parameter {id} is not marked as required; it is taken as required.",
      'openapi.yaml:6 #/paths/~1a~1{id}/parameters/0/name: warning: "form" is no style of a path parameter; "id" gets the usual one.',
      "openapi.yaml:7 #/paths/~1a~1{id}/parameters/1/name: warning: The path has no {other}; the path parameter of that name is left out.",
      "openapi.yaml:8 #/paths/~1a~1{id}/parameters/2/name: warning: A parameter needs a name and a place (path, query, header or cookie); this one is left out.",
    ]);
  });
});

it("numbers names that collide, and says so where they stand", async () => {
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
    'openapi.yaml:5 #/paths/~1b/get/tags: warning: The module a-b is taken by a tag of nearly the same name; the tag "a_b" goes to a-b2.',
    'openapi.yaml:9 #/components/securitySchemes/listAll: warning: The name listAll is taken; the credential for "listAll" is named listAll3.',
    'openapi.yaml:10 #/components/securitySchemes/old: warning: The security scheme "old" is not supported; write a credential for it yourself.',
  ]);
});

it("takes responses only under statuses", async () => {
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
    '"600" is no response under a status code; it is left out.',
    'A range of statuses is written 4XX; "4xx" is taken as that.',
    '"ok" is no response under a status code; it is left out.',
  ]);
  expect(generated.texts["operations/default.gen.ts"]).toContain("Failure<ClientErrorStatus, undefined>");
});

it("asks for a credential by hand where the scheme is not declared", async () => {
  const generated = await sound(
    `${HEAD}paths: { /a: { get: { operationId: a, security: [{ ghost: [] }], responses: { "200": { description: A. } } } } }\n`,
  );
  expect(warnings(generated)).toEqual([
    'openapi.yaml:3 #/paths/~1a/get/security: warning: The security scheme "ghost" is not declared; give a credential for it by hand.',
  ]);
  expect(generated.texts["operations/default.gen.ts"]).toContain("client: Client<{ ghost: true }>");
});

it("gives a path its slash, so that it cannot go on where the host name ends", async () => {
  const generated = await sound(`${HEAD}servers: [{ url: "https://api.test" }]
paths:
  .evil.test/a: { get: { operationId: a, responses: { "200": { description: A. } } } }
  b: { get: { operationId: b, responses: { "200": { description: A. } } } }
  /b: { get: { operationId: c, responses: { "200": { description: A. } } } }
  /d: text
`);
  expect(warnings(generated)).toEqual([
    "openapi.yaml:5 #/paths/.evil.test~1a: warning: A path begins with a slash; this one is taken as /.evil.test/a.",
    "openapi.yaml:6 #/paths/b: warning: A path begins with a slash; this one is left out.",
    "openapi.yaml:8 #/paths/~1d: warning: This path item is no mapping; it is left out.",
  ]);
  const { a, createClient } = await generated.load();
  const { fetch, last } = recorder();
  await a(createClient({ fetch }));
  expect(new URL(last().url).host).toBe("api.test");
});

it("leaves out the body of a GET, and an operation that is none", async () => {
  const generated = await sound(`${HEAD}paths:
  /a:
    get:
      operationId: a
      requestBody: { content: { application/json: { schema: { type: string } } } }
      responses: { "200": { description: A. } }
    put: 1
`);
  expect(warnings(generated).map((line) => line.replace(/.*warning: /, ""))).toEqual([
    "A GET request cannot have a body; it is left out.",
    "This operation is no mapping; it is left out.",
  ]);
});

it("takes circles out of schemas that consist of themselves, and makes texts of numbers", async () => {
  const generated = await sound(`${HEAD}paths: {}
components:
  schemas:
    Self: { title: 2024, anyOf: [{ $ref: "#/components/schemas/Self" }, { type: string }] }
    A: { allOf: [{ $ref: "#/components/schemas/B" }] }
    B: { allOf: [{ $ref: "#/components/schemas/A" }, { type: object, properties: { b: { type: string } } }] }
`);
  expect(warnings(generated)).toEqual([
    'openapi.yaml:6 #/components/schemas/Self/title: warning: A title is a text; this one is taken as "2024".',
    'openapi.yaml:7 #/components/schemas/A: warning: The schema "A" consists of itself by way of "B"; that part is left out.',
    'openapi.yaml:6 #/components/schemas/Self: warning: The schema "Self" consists of itself by way of "Self"; that part is left out.',
    "openapi.yaml:3 #/paths: warning: The description has no operations; only types are generated.",
  ]);
});

it("finds the place in the file where it stands", async () => {
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
    'parameters.yaml:1 #/Limit/name: warning: "nope" is no style of a query parameter; "limit" gets the usual one.',
    "parameters.yaml:3 #/Id/name: warning: The path parameter {id} is not marked as required; it is taken as required.",
    'paths/users.yaml:8 #/one/get/responses/later: warning: "later" is no response under a status code; it is left out.',
  ]);
});

it("names operations that share an item or an anchor each for itself", async () => {
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

it("a webhook may have the operationId of another operation, and goes without it", async () => {
  const hook = (name: string) => `  ${name}: { post: { operationId: a, responses: { "204": { description: A. } } } }\n`;
  const generated = await sound(
    `${HEAD}paths:\n${hook("/a")}webhooks:\n${hook("b")}${hook("c").replace(" a,", " b,")}`,
  );
  expect(warnings(generated)).toEqual([
    'openapi.yaml:6 #/webhooks/b/post/operationId: warning: The operationId "a" is taken; this one is left out.',
  ]);
  expect(generated.texts["openapi.gen.ts"]).toContain('post: operations["b"]');
});

it("schemas that are true or false in a list of schemas are taken as what they mean", async () => {
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
