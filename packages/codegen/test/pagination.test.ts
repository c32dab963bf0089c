import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatProblem, generate, type PaginationStyle } from "../src/index.ts";
import { client, description, type GeneratedClient } from "./support/client.ts";
import { compile } from "./support/compile.ts";

const NEXT = { items: "results", next: "next" };
const text = { type: "string" };
const list = { type: "array", items: text };
const page = { type: "object", properties: { results: list, next: text } };

const json = (schema: object): object => ({ content: { "application/json": { schema } } });
const responsesWith = (schema: object, status = "200"): object => ({ [status]: { description: "", ...json(schema) } });
const query = (name: string, schema: object = { type: "integer" }): object => ({ name, in: "query", schema });

/** A client of one operation, `a`, whose success has a schema. */
function of(
  schema: object,
  { kinds = [NEXT] as unknown, settings = [] as PaginationStyle[], method = "get", operation = {}, schemas = {} } = {},
): Promise<GeneratedClient> {
  const document = {
    "x-sdk-pagination": kinds,
    paths: { "/a": { [method]: { operationId: "a", responses: responsesWith(schema), ...operation } } },
    components: { schemas },
  };
  return client(description(document), { pagination: settings });
}

/** How the pages of `a` follow each other, as it is written. */
async function pagesOf(...args: Parameters<typeof of>): Promise<string | undefined> {
  const { texts, problems } = await of(...args);
  expect(problems).toEqual([]);
  return dataIn(texts);
}

function dataIn(texts: Record<string, string>): string | undefined {
  return /_PAGES: Pages = (.*);/.exec(texts["paginate.gen.ts"] ?? "")?.[1];
}

describe("an operation with pages is recognized", () => {
  const found = '{ items: "results", next: "next" }';

  it.each([
    ["by properties", page],
    ["through a $ref", { $ref: "#/components/schemas/Page" }],
    [
      "through parts",
      { allOf: [{ $ref: "#/components/schemas/Base" }, { type: "object", properties: { results: list } }] },
    ],
    ["with a link that may be null", { properties: { results: list, next: { type: ["string", "null"] } } }],
    ["with a link of a nullable schema", { properties: { results: list, next: { anyOf: [text, { type: "null" }] } } }],
    ["with a list that may be null", { properties: { results: { type: ["array", "null"], items: text }, next: text } }],
    ["with a list of a nullable schema", { properties: { results: { oneOf: [{ type: "null" }, list] }, next: text } }],
    ["with a list behind a $ref", { properties: { results: { $ref: "#/components/schemas/List" }, next: {} } }],
    ["where it may be null itself", { anyOf: [{ $ref: "#/components/schemas/Page" }, { type: "null" }] }],
    ["where each alternative has pages", { oneOf: [page, { $ref: "#/components/schemas/Page" }] }],
  ])("%s", async (_, schema) => {
    const schemas = { Page: page, List: list, Base: { type: "object", properties: { next: text } } };
    expect(await pagesOf(schema, { schemas })).toBe(found);
  });

  it.each([
    ["without the link", { properties: { results: list } }],
    ["without the list", { properties: { next: text } }],
    ["where the list may be something else", { properties: { results: { type: ["array", "string"] }, next: text } }],
    ["where the list is none", { properties: { results: text, next: text } }],
    ["where an alternative has no pages", { oneOf: [page, { type: "object", properties: { error: text } }] }],
    ["where it contains itself", { $ref: "#/components/schemas/Recursive" }],
  ])("but not %s", async (_, schema) => {
    const Recursive = {
      type: "object",
      properties: { next: text },
      anyOf: [{ $ref: "#/components/schemas/Recursive2" }],
    };
    const Recursive2 = { type: "object", anyOf: [{ $ref: "#/components/schemas/Recursive" }] };
    const { files } = await of(schema, { schemas: { Recursive, Recursive2 } });
    expect(files).not.toContain("paginate.gen.ts");
  });

  it.each([
    ["another method", { method: "post" }],
    ["another status", { operation: { responses: responsesWith(page, "404") } }],
    ["two successes", { operation: { responses: { ...responsesWith(page), ...responsesWith(page, "206") } } }],
    [
      "another format",
      { operation: { responses: { 200: { description: "", content: { "text/csv": { schema: page } } } } } },
    ],
    ["an operation that opts out", { operation: { "x-sdk-pagination": false } }],
    ["no pagination style", { kinds: [] }],
  ])("but not of %s", async (_, options) => {
    expect(await pagesOf(page, options)).toBeUndefined();
  });

  it("by any success status", async () => {
    expect(await pagesOf(page, { operation: { responses: responsesWith(page, "2XX") } })).toBe(found);
  });
});

describe("a pagination style", () => {
  const operation = (name: string, schema?: object): object => ({ parameters: [query(name, schema)] });

  it.each([
    [
      { items: "results", cursor: "after", from: "next" },
      operation("after", text),
      '{ items: "results", cursor: "after", from: "next" }',
    ],
    [{ items: "results", offset: "skip" }, operation("skip"), '{ items: "results", offset: "skip" }'],
    [
      { items: "results", offset: "skip", total: "count" },
      operation("skip"),
      '{ items: "results", offset: "skip", total: "count" }',
    ],
    [{ items: "results", offset: "skip", total: "absent" }, operation("skip"), '{ items: "results", offset: "skip" }'],
    [{ items: "results", page: "page" }, operation("page"), '{ items: "results", page: "page" }'],
    [
      { items: "results", page: "page" },
      operation("page", { type: "integer", default: 0 }),
      '{ items: "results", page: "page", first: 0 }',
    ],
    [
      { items: "results", page: "page" },
      operation("page", { type: "integer", minimum: 0 }),
      '{ items: "results", page: "page", first: 0 }',
    ],
    [
      { items: "results", page: "page" },
      operation("page", { type: "integer", minimum: 0, default: 1 }),
      '{ items: "results", page: "page" }',
    ],
    [{ items: "results", page: "page" }, { parameters: [{ ...query("page"), in: "header" }] }, undefined],
    [{ items: "results", offset: "skip" }, {}, undefined],
    [{ items: "results", cursor: "after", from: "absent" }, operation("after"), undefined],
  ])("%j", async (kind, parameters, expected) => {
    const schema = { properties: { results: list, next: text, count: { type: "integer" } } };
    expect(await pagesOf(schema, { kinds: [kind], operation: parameters })).toBe(expected);
  });

  it("without items uses the body as the list", async () => {
    expect(await pagesOf(list, { kinds: [{ offset: "skip" }], operation: operation("skip") })).toBe(
      '{ offset: "skip" }',
    );
    expect(await pagesOf(page, { kinds: [{ offset: "skip" }], operation: operation("skip") })).toBeUndefined();
  });

  it("uses argument names instead of wire names", async () => {
    const parameters = [query("skip"), { ...query("skip"), in: "header" }];
    expect(await pagesOf(list, { kinds: [{ offset: "skip" }], operation: { parameters } })).toBe(
      '{ offset: "skipQuery" }',
    );
  });

  it("follows dotted paths, and names with dots first", async () => {
    const schema = {
      properties: {
        data: { properties: { list } },
        "data.list": text,
        links: { allOf: [{ properties: { "@odata.next": text } }] },
      },
    };
    const kinds = [{ items: "data.list", next: "links.@odata.next" }];
    expect(await pagesOf({ ...schema, properties: { ...schema.properties, "data.list": list } }, { kinds })).toBe(
      '{ items: "data.list", next: ["links", "@odata.next"] }',
    );
    const { "data.list": _, ...properties } = schema.properties;
    expect(await pagesOf({ properties }, { kinds })).toBe(
      '{ items: ["data", "list"], next: ["links", "@odata.next"] }',
    );
  });

  it("that fits first is used: those of the settings, then those of the description", async () => {
    const schema = { properties: { results: list, next: text, after: text } };
    const kinds = [{ items: "absent", next: "next" }, NEXT, { items: "results", next: "after" }];
    expect(await pagesOf(schema, { kinds })).toBe('{ items: "results", next: "next" }');
    expect(await pagesOf(schema, { kinds, settings: [{ items: "results", next: "after" }] })).toBe(
      '{ items: "results", next: "after" }',
    );
  });

  it("may come from the settings alone, and changes with them", async () => {
    const { folder, texts } = await of(page, { kinds: [], settings: [NEXT] });
    expect(dataIn(texts)).toBe('{ items: "results", next: "next" }');
    const options = { input: join(folder, "../openapi.yaml"), output: folder };
    expect((await generate({ ...options, pagination: [NEXT] })).changes.removed).toEqual([]);
    expect((await generate({ ...options, pagination: [] })).changes.removed).toEqual(["paginate.gen.ts"]);
  });

  it("of the operation takes precedence", async () => {
    const schema = { properties: { results: list, next: text, after: text } };
    const own = { "x-sdk-pagination": { items: "results", next: "after" } };
    expect(await pagesOf(schema, { operation: own })).toBe('{ items: "results", next: "after" }');
  });

  it("is written once for all operations that have it", async () => {
    const operation = (id: string, more: object = {}): object => ({
      get: { operationId: id, responses: responsesWith(page), ...more },
    });
    const own = { "x-sdk-pagination": { items: "results", next: "results" } };
    const paths = { "/a": operation("a"), "/b": operation("b", own), "/c": operation("c") };
    const { texts } = await client(description({ "x-sdk-pagination": [NEXT], paths }));
    expect(texts["paginate.gen.ts"]).toContain("{ a: NEXT_PAGES, b: NEXT_PAGES_2, c: NEXT_PAGES }");
  });
});

describe("a warning reports what is ignored:", () => {
  const HEAD = 'openapi: 3.1.0\ninfo: { title: Test, version: "1" }\n';

  async function warnings(text: string): Promise<string[]> {
    const { problems, files } = await client(text);
    expect(files).not.toContain("paginate.gen.ts");
    return problems.map((one) => formatProblem({ ...one, file: "openapi.yaml" }));
  }

  it.each([
    ["next", "A pagination style must be a mapping"],
    ["{}", 'A pagination style needs exactly one of "next", "cursor", "offset", "page"'],
    ["{ next: a, offset: b }", 'A pagination style needs exactly one of "next", "cursor", "offset", "page"'],
    ["{ next: a }", 'A pagination style with "next" needs "items"'],
    ["{ cursor: a }", 'A pagination style with "cursor" needs "items", "from"'],
    ["{ items: a, next: b, total: c }", 'A pagination style with "next" cannot have "total"'],
    ["{ items: a, next: 1 }", '"next" of a pagination style must be a name'],
    ['{ items: "", next: a }', '"items" of a pagination style must be a name'],
    ["{ offset: a, total: b }", 'A pagination style with "total" needs "items"'],
  ])("%s", async (kind, reason) => {
    expect(
      await warnings(`${HEAD}x-sdk-pagination:
  - ${kind}
paths: { /a: { get: { operationId: a, responses: { "200": { description: A. } } } } }
`),
    ).toEqual([`openapi.yaml:4 #/x-sdk-pagination/0: warning: ${reason}; it is ignored.`]);
  });

  it("x-sdk-pagination that is not a list", async () => {
    const said = await warnings(`${HEAD}x-sdk-pagination: { items: results, next: next }
paths: { /a: { get: { operationId: a, responses: { "200": { description: A. } } } } }
`);
    expect(said).toEqual([
      "openapi.yaml:3 #/x-sdk-pagination: warning: x-sdk-pagination must be a list of pagination styles; it is ignored.",
    ]);
  });

  it.each([
    ["true", "A pagination style must be a mapping"],
    ["{ items: results, next: next }", "The pagination style of a does not fit its responses and parameters"],
  ])("%s of an operation", async (kind, reason) => {
    expect(
      await warnings(`${HEAD}paths:
  /a:
    get:
      operationId: a
      x-sdk-pagination: ${kind}
      responses: { "200": { description: A. } }
`),
    ).toEqual([`openapi.yaml:7 #/paths/~1a/get/x-sdk-pagination: warning: ${reason}; it is ignored.`]);
  });
});

it("infers the types of items through references and alternatives", async () => {
  const { folder, texts } = await client(
    description({
      "x-sdk-pagination": [{ items: "data.list", next: "next" }, NEXT, { offset: "skip" }],
      paths: {
        "/a": { get: { operationId: "a", responses: responsesWith(page) } },
        "/b": {
          get: {
            operationId: "b",
            parameters: [{ ...query("skip"), required: true }],
            responses: responsesWith({ type: "array", items: { type: "integer" } }),
          },
        },
        "/c": {
          get: {
            operationId: "c",
            responses: responsesWith({
              properties: { data: { properties: { list: { type: "array", items: { type: "boolean" } } } }, next: text },
            }),
          },
        },
        "/n": { get: { operationId: "n", responses: responsesWith({ anyOf: [page, { type: "null" }] }) } },
        "/d": { get: { operationId: "d", responses: responsesWith({ properties: { name: text } }) } },
        "/e": { post: { operationId: "paginate", responses: responsesWith(page) } },
      },
    }),
    {
      files: {
        "consumer.ts": `import { createClient } from "@keynest/runtime";
import { a, b, c, d, n, paginate, paginate2 } from "./client/index.gen.js";
const client = createClient({ baseUrl: "https://api.test" });
export async function run(): Promise<void> {
  for await (const item of paginate(a, client)) item satisfies string;
  for await (const item of paginate(b, client, { skip: 1 }, { limit: 5 })) item satisfies number;
  for await (const item of paginate(n, client)) item satisfies string;
  for await (const page of paginate(a, client).pages()) page.results satisfies string[] | undefined;
  for await (const item of paginate(c, client)) item satisfies boolean;
  // @ts-expect-error a parameter is missing
  paginate(b, client);
  // @ts-expect-error it has no pages
  paginate(d, client);
  await paginate2(client);
}
`,
      },
    },
  );
  expect(texts["paginate.gen.ts"]).toContain('type Items = "results" | undefined | ["data", "list"];');
  expect(await compile(`${folder}/..`)).toEqual([]);
});
