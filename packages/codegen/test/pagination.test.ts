import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatProblem, generate, type PageKind } from "../src/index.ts";
import { client, description, type GeneratedClient } from "./support/client.ts";
import { compile } from "./support/compile.ts";

const NEXT = { items: "results", next: "next" };
const text = { type: "string" };
const list = { type: "array", items: text };
const page = { type: "object", properties: { results: list, next: text } };

const json = (schema: object): object => ({ content: { "application/json": { schema } } });
const answers = (schema: object, status = "200"): object => ({ [status]: { description: "", ...json(schema) } });
const query = (name: string, schema: object = { type: "integer" }): object => ({ name, in: "query", schema });

/** A client of one operation, `a`, whose success has a schema. */
function of(
  schema: object,
  { kinds = [NEXT] as unknown, settings = [] as PageKind[], method = "get", operation = {}, schemas = {} } = {},
): Promise<GeneratedClient> {
  const document = {
    "x-sdk-pagination": kinds,
    paths: { "/a": { [method]: { operationId: "a", responses: answers(schema), ...operation } } },
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
    ["where it consists of itself", { $ref: "#/components/schemas/Circle" }],
  ])("but not %s", async (_, schema) => {
    const Circle = { type: "object", properties: { next: text }, anyOf: [{ $ref: "#/components/schemas/Circle2" }] };
    const Circle2 = { type: "object", anyOf: [{ $ref: "#/components/schemas/Circle" }] };
    const { files } = await of(schema, { schemas: { Circle, Circle2 } });
    expect(files).not.toContain("paginate.gen.ts");
  });

  it.each([
    ["another method", { method: "post" }],
    ["another status", { operation: { responses: answers(page, "404") } }],
    ["two successes", { operation: { responses: { ...answers(page), ...answers(page, "206") } } }],
    [
      "another format",
      { operation: { responses: { 200: { description: "", content: { "text/csv": { schema: page } } } } } },
    ],
    ["an operation that says so", { operation: { "x-sdk-pagination": false } }],
    ["no kind", { kinds: [] }],
  ])("but not of %s", async (_, options) => {
    expect(await pagesOf(page, options)).toBeUndefined();
  });

  it("by whatever success it has", async () => {
    expect(await pagesOf(page, { operation: { responses: answers(page, "2XX") } })).toBe(found);
  });
});

describe("a kind", () => {
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

  it("without items takes the body for the list", async () => {
    expect(await pagesOf(list, { kinds: [{ offset: "skip" }], operation: operation("skip") })).toBe(
      '{ offset: "skip" }',
    );
    expect(await pagesOf(page, { kinds: [{ offset: "skip" }], operation: operation("skip") })).toBeUndefined();
  });

  it("has names of arguments, where they are not those of the wire", async () => {
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

  it("that fits first is taken: of the settings, then of the description", async () => {
    const schema = { properties: { results: list, next: text, after: text } };
    const kinds = [{ items: "absent", next: "next" }, NEXT, { items: "results", next: "after" }];
    expect(await pagesOf(schema, { kinds })).toBe('{ items: "results", next: "next" }');
    expect(await pagesOf(schema, { kinds, settings: [{ items: "results", next: "after" }] })).toBe(
      '{ items: "results", next: "after" }',
    );
  });

  it("may come from the settings alone, and is followed when they change", async () => {
    const { folder, texts } = await of(page, { kinds: [], settings: [NEXT] });
    expect(dataIn(texts)).toBe('{ items: "results", next: "next" }');
    const options = { input: join(folder, "../openapi.yaml"), output: folder };
    expect((await generate({ ...options, pagination: [NEXT] })).changes.removed).toEqual([]);
    expect((await generate({ ...options, pagination: [] })).changes.removed).toEqual(["paginate.gen.ts"]);
  });

  it("of the operation itself is taken before all others", async () => {
    const schema = { properties: { results: list, next: text, after: text } };
    const own = { "x-sdk-pagination": { items: "results", next: "after" } };
    expect(await pagesOf(schema, { operation: own })).toBe('{ items: "results", next: "after" }');
  });

  it("is written once for all operations that have it", async () => {
    const operation = (id: string, more: object = {}): object => ({
      get: { operationId: id, responses: answers(page), ...more },
    });
    const own = { "x-sdk-pagination": { items: "results", next: "results" } };
    const paths = { "/a": operation("a"), "/b": operation("b", own), "/c": operation("c") };
    const { texts } = await client(description({ "x-sdk-pagination": [NEXT], paths }));
    expect(texts["paginate.gen.ts"]).toContain("{ a: NEXT_PAGES, b: NEXT_PAGES_2, c: NEXT_PAGES }");
  });
});

describe("what cannot be understood is said, and left out", () => {
  const HEAD = 'openapi: 3.1.0\ninfo: { title: Test, version: "1" }\n';

  async function warnings(text: string): Promise<string[]> {
    const { problems, files } = await client(text);
    expect(files).not.toContain("paginate.gen.ts");
    return problems.map((one) => formatProblem({ ...one, file: "openapi.yaml" }));
  }

  it.each([
    ["next", "A kind of pages must be a mapping"],
    ["{}", 'A kind of pages has one of "next", "cursor", "offset", "page"'],
    ["{ next: a, offset: b }", 'A kind of pages has one of "next", "cursor", "offset", "page"'],
    ["{ next: a }", 'A kind of pages with "next" needs "items"'],
    ["{ cursor: a }", 'A kind of pages with "cursor" needs "items", "from"'],
    ["{ items: a, next: b, total: c }", 'A kind of pages with "next" has no "total"'],
    ["{ items: a, next: 1 }", '"next" of a kind of pages must be a name'],
    ['{ items: "", next: a }', '"items" of a kind of pages must be a name'],
    ["{ offset: a, total: b }", 'A kind of pages with "total" needs "items"'],
  ])("%s", async (kind, reason) => {
    expect(
      await warnings(`${HEAD}x-sdk-pagination:
  - ${kind}
paths: { /a: { get: { operationId: a, responses: { "200": { description: A. } } } } }
`),
    ).toEqual([`openapi.yaml:4 #/x-sdk-pagination/0: warning: ${reason}; it is left out.`]);
  });

  it("no list", async () => {
    const said = await warnings(`${HEAD}x-sdk-pagination: { items: results, next: next }
paths: { /a: { get: { operationId: a, responses: { "200": { description: A. } } } } }
`);
    expect(said).toEqual([
      "openapi.yaml:3 #/x-sdk-pagination: warning: x-sdk-pagination must be a list of kinds of pages; it is left out.",
    ]);
  });

  it.each([
    ["true", "A kind of pages must be a mapping"],
    ["{ items: results, next: next }", "Answers and parameters of a do not fit its kind of pages"],
  ])("%s of an operation", async (kind, reason) => {
    expect(
      await warnings(`${HEAD}paths:
  /a:
    get:
      operationId: a
      x-sdk-pagination: ${kind}
      responses: { "200": { description: A. } }
`),
    ).toEqual([`openapi.yaml:7 #/paths/~1a/get/x-sdk-pagination: warning: ${reason}; it is left out.`]);
  });
});

it("types are those of the items, whatever way leads to them", async () => {
  const { folder, texts } = await client(
    description({
      "x-sdk-pagination": [{ items: "data.list", next: "next" }, NEXT, { offset: "skip" }],
      paths: {
        "/a": { get: { operationId: "a", responses: answers(page) } },
        "/b": {
          get: {
            operationId: "b",
            parameters: [{ ...query("skip"), required: true }],
            responses: answers({ type: "array", items: { type: "integer" } }),
          },
        },
        "/c": {
          get: {
            operationId: "c",
            responses: answers({
              properties: { data: { properties: { list: { type: "array", items: { type: "boolean" } } } }, next: text },
            }),
          },
        },
        "/n": { get: { operationId: "n", responses: answers({ anyOf: [page, { type: "null" }] }) } },
        "/d": { get: { operationId: "d", responses: answers({ properties: { name: text } }) } },
        "/e": { post: { operationId: "paginate", responses: answers(page) } },
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
