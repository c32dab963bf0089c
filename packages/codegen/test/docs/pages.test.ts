import { join } from "node:path";
import * as runtime from "@keynest/runtime";
import { slug } from "github-slugger";
import { describe, expect, it } from "vitest";
import { Anchors } from "../../src/docs/anchors.ts";
import { client, description, fixtureText, type GeneratedClient } from "../support/client.ts";
import { compile } from "../support/compile.ts";
import { brokenLinks, pagesOf } from "../support/pages.ts";
import { writeFiles } from "../support/scratch.ts";

const DOCS = { package: "../index.gen.js" };

/** The text of a page. */
async function page(parts: Record<string, unknown>, name: string, docs = DOCS): Promise<string> {
  const { texts } = await client(description(parts), { resources: true, docs });
  return texts[`docs/${name}`] ?? "";
}

const get = (id: string, parts: object = {}): object => ({
  get: { operationId: id, responses: { 200: { description: "Done." } }, ...parts },
});

/** The cells of a row that begins with this text. */
function row(text: string, start: string): string[] {
  const line = text.split("\n").find((one) => one.startsWith(`| ${start}`)) ?? "";
  return line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, ""));
}

describe("examples", () => {
  it.each(["names", "parameters", "bodies", "responses", "schemas", "security", "resources"])(
    "of the fixture %s compile",
    async (name) => {
      const generated = await client(await fixtureText(name), { resources: true, docs: DOCS });
      await writeFiles(generated.folder, exampleFiles(generated));
      expect(
        await compile(generated.folder, { types: ["node"], isolatedDeclarations: false, noUnusedLocals: false }),
      ).toEqual([]);
    },
  );

  it("exist for each form", async () => {
    const text = await page({ servers: [{ url: "https://a.test" }], paths: { "/a": get("getA") } }, "default.md", {
      ...{ package: "a", sync: "a/sync", class: "Api" },
    });
    expect(text.match(/^(\w+):$/gm)).toEqual(["Plain:", "Detailed:", "Class:"]);
    expect(text).toContain('import { Api } from "a";\n\nconst client = new Api();\nawait client.default.getA();');
  });

  it("always take secrets from the environment", async () => {
    const secret = { type: "string", "x-sensitive": true };
    const properties = { password: secret, pin: { type: "integer", "x-sensitive": true }, name: { type: "string" } };
    const example = { password: "hunter2", pin: 1234, name: "Ada", inner: [{ password: "hunter3" }] };
    const requestBody = { required: true, content: { "application/json": { schema: { properties }, example } } };
    const parameters = [{ name: "key", in: "query", required: true, schema: { ...secret, default: "hunter4" } }];
    const paths = { "/a": { put: { operationId: "putA", parameters, requestBody, responses: {} } } };
    const text = await page({ paths }, "default.md", { ...DOCS, environment: { key: "API_KEY" } } as typeof DOCS);
    expect(text).toContain('key: process.env.API_KEY ?? "",');
    expect(text).toContain('password: process.env.PASSWORD ?? "",');
    expect(text).toContain('pin: Number(process.env.PIN ?? ""),');
    expect(text).toContain('inner: [{ password: process.env.PASSWORD ?? "" }],');
    expect(text).toContain('name: "Ada",');
    expect(text.replace(/^\|.*/gm, "")).not.toMatch(/hunter|1234/);
  });

  it("include optional values if the description has an example", async () => {
    const text = { type: "string" };
    const properties = { a: text, b: text, c: { ...text, example: "C" }, d: { ...text, examples: ["D"] } };
    const schema = { type: "object", required: ["a"], properties };
    const requestBody = { required: true, content: { "application/json": { schema } } };
    const parameters = [
      { name: "e", in: "query", schema: text },
      { name: "f", in: "query", schema: text, examples: { one: { value: "F" } } },
      { name: "g", in: "query", schema: text, example: "G", deprecated: true },
    ];
    const paths = { "/a": { put: { operationId: "putA", parameters, requestBody, responses: {} } } };
    const shown = await page({ paths }, "default.md");
    expect(shown.replace(/\s+/g, " ")).toContain('putA(client, { f: "F", body: { a: "text", c: "C", d: "D" }, });');
  });

  it("do not print secrets", async () => {
    const schema = { type: "object", properties: { token: { type: "string", "x-sensitive": true } } };
    const responses = { 200: { description: "A token.", content: { "application/json": { schema } } } };
    const text = await page({ paths: { "/a": get("getA", { responses }) } }, "default.md");
    expect(text).not.toMatch(/console\.log\(.*data\)/);
    expect(text).toContain("// data contains secrets: do not log it.");
  });

  it("use an alternative whose credentials are all supported", async () => {
    const securitySchemes = {
      strange: { type: "http", scheme: "hoba" },
      user: { type: "http", scheme: "basic" },
      key: { type: "apiKey", in: "header", name: "x-key" },
    };
    const security = [{ strange: [] }, { user: [], key: [] }];
    const text = await page(
      { components: { securitySchemes }, paths: { "/a": get("getA", { security }) } },
      "default.md",
    );
    expect(text).toContain(
      'user({ username: process.env.USER_USERNAME ?? "", password: process.env.USER_PASSWORD ?? "" })',
    );
    expect(text).toContain('key(process.env.KEY ?? "")');
  });
});

it("makes an HTTP Digest credential of a user name and a password", async () => {
  const securitySchemes = { login: { type: "http", scheme: "digest" } };
  const document = { components: { securitySchemes }, paths: { "/a": get("getA", { security: [{ login: [] }] }) } };
  const text = await page(document, "default.md");
  expect(text).toContain(
    'login({ username: process.env.LOGIN_USERNAME ?? "", password: process.env.LOGIN_PASSWORD ?? "" })',
  );
  expect(text).toContain("- [`login`](README.md#authorization), by `login()`");
  expect(row(await page(document, "README.md"), "`login`")).toEqual(["`login`", "`login()`", "HTTP Digest", "–"]);
});

describe("pages", () => {
  it("have no broken links", async () => {
    const operations = ["parameters", "examples", "getURL", "getUrl", "delete", "README", "types"];
    const paths = Object.fromEntries(
      operations.map((id) => [`/${id}`, get(id, { tags: [id.length > 6 ? id : "README"], deprecated: true })]),
    );
    const schemas = {
      Types: { type: "string" },
      "a-b": { type: "array", items: { $ref: "#/components/schemas/Types" } },
    };
    const tags = { tags: [{ name: "README", description: "Not the index." }] };
    const { texts } = await client(description({ ...tags, paths, components: { schemas } }), { docs: DOCS });
    const pages = pagesOf(texts);
    expect([...pages.keys()]).toEqual(["README.md", "examples.md", "parameters.md", "readme_.md", "types.md"]);
    expect(brokenLinks(pages)).toEqual([]);
    expect(texts["docs/README.md"]).toContain("[`getUrl`](readme_.md#geturl-1)");
  });

  it("document a parameter: its type, location and names", async () => {
    const parameters = [
      {
        name: "page_size",
        in: "query",
        description: "How *many*|\n.",
        schema: { type: ["integer", "null"], default: 20 },
      },
      {
        name: "X-Key",
        in: "header",
        required: true,
        deprecated: true,
        "x-sensitive": true,
        schema: { enum: ["a|b", 1] },
      },
    ];
    const text = await page({ paths: { "/a": get("getA", { parameters }) } }, "default.md");
    expect(row(text, "`page_size`")).toEqual([
      "`page_size`",
      "`number` or `null`",
      "How \\*many\\*&#124; .",
      "query, default `20`, `pageSize` in the class",
    ]);
    expect(row(text, "`X-Key`")).toEqual([
      "`X-Key`",
      '<code>"a&#124;b"</code> or `1`',
      "–",
      "required, header, secret, deprecated, `xKey` in the class",
    ]);
  });

  it("document a response: its body, headers and error class", async () => {
    const headers = { "X-Left": { description: "How many are left.", schema: { type: "integer" } }, "X-More": {} };
    const schema = { type: "array", items: { oneOf: [{ type: "string" }, { type: "null" }] } };
    const responses = {
      200: { description: "All.", headers, content: { "application/json": { schema } } },
      404: { description: "None." },
      "5XX": { description: "Sorry." },
      default: { description: "Else.", content: { "text/html": {} } },
    };
    const text = await page({ paths: { "/a": get("getA", { responses }) } }, "default.md");
    expect(row(text, "`200`")).toEqual([
      ...["`200`", "All.", "list of (`string` or `null`)", "–", "`X-Left`, `X-More`"],
    ]);
    expect(text).toContain("\n- `X-Left`: How many are left.\n");
    expect(row(text, "`404`").slice(2)).toEqual(["–", "[`NotFoundError`](README.md#error-classes)", "–"]);
    expect(row(text, "`5XX`")[3]).toBe("[`InternalServerError`](README.md#error-classes)");
    expect(row(text, "`default`").slice(2, 4)).toEqual(["`string`", "[`ApiError`](README.md#error-classes)"]);
  });

  it.each([
    ["text/event-stream", "`string`", "server-sent events"],
    ["application/jsonl", "`string`", "JSON Lines"],
    ["application/x-ndjson; charset=utf-8", "`string`", "JSON Lines"],
    ["application/json-seq", "`Blob`", "JSON text sequence"],
  ])("say that a response of %s is a stream of items", async (type, body, framing) => {
    const responses = { 200: { description: "All.", content: { [type]: {} } } };
    const text = await page({ paths: { "/a": get("getA", { responses }) } }, "default.md");
    expect(row(text, "`200`")[2]).toBe(`${body} (${framing})`);
    expect(text).toContain("The server sends a stream of items. The call resolves at its end");
  });

  it("do not call JSON a stream", async () => {
    const responses = { 200: { description: "All.", content: { "application/json": {} } } };
    expect(await page({ paths: { "/a": get("getA", { responses }) } }, "default.md")).not.toContain("stream");
  });

  it("list exactly the error classes of the runtime", async () => {
    const text = await page({ paths: { "/a": get("getA") } }, "README.md");
    const named = [...text.matchAll(/`(\w+Error)`/g)].map(([, name]) => name ?? "");
    expect(named.filter((name) => !(name in runtime) || !(`is${name}` in runtime))).toEqual([]);
    const errors = Object.keys(runtime).filter((name) => /^[A-Z]\w*Error$/.test(name));
    expect(named).toEqual(expect.arrayContaining(errors));
  });
});

it("anchors are numbered as GitHub does", () => {
  const anchors = new Anchors();
  expect(["A b", "a-b", "a b-1", "A, b!", "Ünï_c"].map((heading) => anchors.take(heading))).toEqual([
    ...["a-b", "a-b-1", "a-b-1-1", "a-b-2", "ünï_c"],
  ]);
});

it.each(["x²", "½ of x", "Ⅻ", "Ⓐ", "٣", "नमस्ते", "a‿b", "x\u0301"])("the anchor of %s is GitHub's", (heading) => {
  expect(new Anchors().take(heading)).toBe(slug(heading));
});

function exampleFiles({ texts }: GeneratedClient): Record<string, string> {
  const programs = [...pagesOf(texts)].flatMap(([file, { examples }]) =>
    examples.map(({ value }, n) => [join("examples", `${file}-${n}.ts`), `${value}\nexport {};\n`]),
  );
  expect(programs.length).toBeGreaterThan(0);
  return Object.fromEntries(programs);
}
