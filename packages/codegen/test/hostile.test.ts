import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { slug } from "github-slugger";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { GenerateError, generate } from "../src/index.ts";
import { RUNTIME_FUNCTIONS } from "../src/operation-names.ts";
import { client, description } from "./support/client.ts";
import { compile, parse } from "./support/compile.ts";
import { brokenLinks, type Page, pagesOf } from "./support/pages.ts";
import { readFiles, scratch, writeFiles } from "./support/scratch.ts";

/** Runs, if any of these texts becomes code. */
const CANARY = "globalThis.canary=1";

/** Texts that end what they stand in, and go on with a statement. */
const PIECES = [
  ...[
    '"',
    "'",
    "`",
    "\\",
    "${",
    "}",
    "*/",
    "/*",
    "//",
    "\n",
    "\r",
    "\r\n",
    "\u2028",
    "\u2029",
    "\0",
    "</script>",
    "@",
    "{",
    "]",
    ";",
    "<",
    ">",
  ],
  ...[`;${CANARY};`, `*/${CANARY}/*`, `"+(${CANARY})+"`, `\${${CANARY}}`, `}};${CANARY};//`, `\n${CANARY}\n`],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "../..",
    "/etc/passwd",
    "..\\..\\x",
    "con",
    "default",
    "import",
    "a",
    "1",
    " ",
    "é",
    "漢",
    "🚀",
    "\ud800",
  ],
];
const hostile = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(""));
/** Letters that are younger than github-slugger's list of them have no anchor that could be compared with ours. */
const known = fc
  .string({ unit: "binary", minLength: 1, maxLength: 1 })
  .filter((character) => !/[\p{Alphabetic}\p{M}\p{Nd}]/u.test(character) || slug(character) !== "");
const any = fc.oneof(
  { weight: 4, arbitrary: hostile },
  { weight: 1, arbitrary: fc.string({ unit: known, minLength: 1, maxLength: 8 }) },
);

/** Names of resources and their methods. */
const sdkNames = { "x-sdk-group": any, "x-sdk-method": any };

const schema = fc.oneof(
  fc.record({
    type: fc.constant("string"),
    enum: fc.array(any, { minLength: 1, maxLength: 3 }),
    description: any,
    default: any,
    example: any,
  }),
  fc.record({
    type: fc.constant("object"),
    title: any,
    properties: fc.dictionary(
      any,
      fc.record({ type: fc.constant("string"), format: any, description: any, "x-sdk-name": any }),
    ),
    required: fc.array(any, { maxLength: 2 }),
  }),
  fc.record({ const: any, "x-sensitive": fc.constant(true) }),
);
const parameter = fc.record({
  name: any,
  in: fc.constantFrom("path", "query", "header", "cookie"),
  description: any,
  required: fc.boolean(),
  style: any,
  schema,
  example: any,
  "x-sdk-name": any,
});
const operation = fc.record(
  {
    operationId: any,
    ...sdkNames,
    tags: fc.array(any, { maxLength: 2 }),
    summary: any,
    description: any,
    externalDocs: fc.record({ url: any, description: any }),
    parameters: fc.array(parameter, { maxLength: 3 }),
    requestBody: fc.record({
      description: any,
      required: fc.boolean(),
      content: fc.dictionary(any, fc.record({ schema, example: fc.oneof(any, fc.dictionary(any, any)) }), {
        maxKeys: 2,
      }),
    }),
    responses: fc.dictionary(
      fc.constantFrom("200", "404", "5XX", "default", "*/"),
      fc.record({
        description: any,
        headers: fc.dictionary(any, fc.record({ description: any }), { maxKeys: 2 }),
        content: fc.dictionary(any, fc.record({ schema }), { maxKeys: 2 }),
      }),
      { maxKeys: 3 },
    ),
    security: fc.array(fc.dictionary(any, fc.constant([]), { maxKeys: 2 }), { maxLength: 2 }),
    "x-sdk-pagination": fc.oneof(fc.constant(false), any, fc.record({ items: any, next: any })),
  },
  { requiredKeys: [] },
);
const scheme = fc.oneof(
  fc.record({
    type: fc.constant("http"),
    scheme: fc.constantFrom("bearer", "basic"),
    description: any,
    "x-sdk-name": any,
  }),
  fc.record({
    type: fc.constant("apiKey"),
    in: fc.constantFrom("header", "query", "cookie"),
    name: any,
    description: any,
    "x-sdk-prefix": any,
  }),
);
const document = fc.record({
  openapi: fc.constantFrom("3.0.3", "3.1.0"),
  info: fc.record({ title: any, version: any }),
  servers: fc.array(
    fc.record({
      url: fc.oneof(
        any,
        any.map((text) => `https://api.test/${text}`),
      ),
    }),
    { maxLength: 1 },
  ),
  "x-sdk-pagination": fc.array(fc.oneof(any, fc.record({ items: any, offset: any, total: any })), { maxLength: 2 }),
  paths: fc.dictionary(
    any.map((text) => `/${text}`),
    fc.dictionary(fc.constantFrom("get", "put", "post", "delete"), operation, { maxKeys: 3 }),
    { minKeys: 1, maxKeys: 4 },
  ),
  components: fc.record({
    schemas: fc.dictionary(any, schema, { maxKeys: 3 }),
    securitySchemes: fc.dictionary(any, scheme, { maxKeys: 2 }),
  }),
});

/** What a generated file may consist of. A constant is an object or a text; functions are ours, and call what we know. */
function isHarmless(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) return true;
  if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)) return true;
  if (ts.isVariableStatement(statement)) {
    const values = statement.declarationList.declarations.map(({ initializer }) => initializer);
    return values.every((value) => value !== undefined && isLiteral(value));
  }
  if (ts.isClassDeclaration(statement)) return statement.members.every(isHarmlessMember);
  return ts.isFunctionDeclaration(statement) && returnsCall(statement.body);
}

/** A class has methods, properties without values, and a constructor that gives them theirs. */
function isHarmlessMember(member: ts.ClassElement): boolean {
  if (member.name && !ts.isIdentifier(member.name)) return false;
  if (ts.isPropertyDeclaration(member)) return member.initializer === undefined;
  if (ts.isMethodDeclaration(member)) return returnsCall(member.body);
  if (!ts.isConstructorDeclaration(member)) return false;
  const assigned = /^this\.([\p{L}\p{M}\p{N}_]+) = (client|new [\p{L}\p{M}\p{N}_]+\(client\));$/u;
  return member.body?.statements.every((one) => assigned.test(one.getText())) === true;
}

function returnsCall(body: ts.Block | undefined): boolean {
  const [only, ...others] = body?.statements ?? [];
  // Where there is nothing to return.
  if (only && ts.isExpressionStatement(only) && others.length === 0) return isCall(only.expression);
  if (others.length > 0 || !only || !ts.isReturnStatement(only) || !only.expression) return false;
  return isCall(only.expression);
}

function isCall(node: ts.Expression): boolean {
  return ts.isCallExpression(node) && node.arguments.every((one) => isArgument(one));
}

function isLiteral(node: ts.Expression): boolean {
  if (ts.isStringLiteral(node) || [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword].includes(node.kind))
    return true;
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isLiteral);
  // What an operation carries of the runtime, or how its pages follow each other.
  if (ts.isIdentifier(node)) return RUNTIME_FUNCTIONS.includes(node.text) || /^[A-Z]+_PAGES(_\d+)?$/.test(node.text);
  if (!ts.isObjectLiteralExpression(node)) return false;
  return node.properties.every((one) => {
    if (ts.isShorthandPropertyAssignment(one)) return RUNTIME_FUNCTIONS.includes(one.name.text);
    return ts.isPropertyAssignment(one) && isLiteral(one.initializer);
  });
}

/** The arguments that functions are written with: their parameters, their data, and one call in another. */
function isArgument(node: ts.Expression): boolean {
  if (ts.isIdentifier(node) || isLiteral(node) || ["this.client", "...rest"].includes(node.getText())) return true;
  if (ts.isCallExpression(node)) return node.arguments.every((one) => isArgument(one));
  if (!ts.isObjectLiteralExpression(node)) return false;
  return (
    node.getText() === "{ ...options, baseUrl: options.baseUrl ?? defaultBaseUrl }" ||
    node.properties.every(isNamedVariable)
  );
}

/** The parameters of a function are named after those of a method. */
function isNamedVariable(node: ts.ObjectLiteralElementLike): boolean {
  return ts.isShorthandPropertyAssignment(node) || (ts.isPropertyAssignment(node) && ts.isIdentifier(node.initializer));
}

const DOCS = { package: "a", sync: "a/sync" };

/** Every tag that the generator writes, or openapi-typescript. */
const TAGS = new Set(["deprecated", "param", "returns", "throws", "see"]);

function check(texts: Record<string, string>): void {
  checkPages(texts);
  for (const [file, text] of Object.entries(texts)) {
    if (file.startsWith("docs/")) continue;
    expect(file).toMatch(/^((operations|sync)\/)?[\p{L}\p{M}\p{N}_-]+\.gen\.ts$/u);
    const source = parse(text);
    expect(source.parseDiagnostics.map(({ messageText }) => messageText)).toEqual([]);
    for (const statement of source.statements) {
      if (!isHarmless(statement)) expect.fail(`${file} has a statement of another kind: ${statement.getText()}`);
      const members = ts.isClassDeclaration(statement) ? statement.members : [];
      if (!ts.isFunctionDeclaration(statement) && members.length === 0) continue;
      for (const one of [statement, ...members]) {
        for (const { tagName } of ts.getJSDocTags(one)) expect(TAGS).toContain(tagName.text);
      }
    }
  }
}

/** What a page may consist of. */
const NODES = new Set(
  "root heading paragraph text strong link inlineCode code html blockquote list listItem table tableRow tableCell".split(
    " ",
  ),
);
const HEADINGS = new Set(
  "Examples, Parameters, Result, Authorization, HTTP request headers, HTTP responses, Forms, Operations, Error classes".split(
    ", ",
  ),
);

function checkPages(texts: Record<string, string>): void {
  const pages = pagesOf(texts);
  expect(brokenLinks(pages)).toEqual([]);
  for (const [file, page] of pages) {
    expect(file).toMatch(/^[\p{L}\p{M}\p{N}_-]+\.md$/u);
    for (const node of page.nodes) {
      expect(NODES).toContain(node.type);
      if (node.type === "html") expect(node.value).toMatch(/^(<\/?code>|<!-- Generated by [^>]* -->)$/);
      if (node.type === "link") expect(node.url).toMatch(/^(https?:|mailto:|#|[^:]+\.md)/);
      if (node.type === "code") expect(["ts", "text"]).toContain(node.lang);
      if (node.type === "heading" && node.depth === 3 && file !== "README.md") {
        expect(HEADINGS).toContain(node.children.map((one) => "value" in one && one.value).join());
      }
    }
    checkTables(page);
    for (const { value } of page.examples) checkExample(value);
  }
}

/** No text makes a cell: all rows of a table are as long as its head. */
function checkTables({ nodes }: Page): void {
  for (const node of nodes) {
    if (node.type !== "table") continue;
    expect(new Set(node.children.map(({ children }) => children.length)).size).toBe(1);
  }
}

/** An example imports, declares what calls return, and prints; its values are literals, files and the environment. */
function checkExample(code: string): void {
  const source = parse(code);
  expect(source.parseDiagnostics.map(({ messageText }) => messageText)).toEqual([]);
  expect(code).not.toMatch(/[^\n\P{Cc}]|[\u2028-\u202e\u2066-\u2069]/u);
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) expect(node.text).not.toBe("globalThis");
    const isKnown = [ts.isBinaryExpression, ts.isTemplateExpression, ts.isTaggedTemplateExpression, ts.isArrowFunction];
    if (isKnown.some((is) => is(node))) expect(node.getText()).toMatch(/^process\.env\.[\p{L}\p{M}\p{N}_]+ \?\? ""$/u);
    ts.forEachChild(node, visit);
  };
  for (const statement of source.statements) {
    const kinds = [ts.isImportDeclaration, ts.isVariableStatement, ts.isExpressionStatement, ts.isIfStatement];
    expect(kinds.some((is) => is(statement))).toBe(true);
    visit(statement);
  }
}

function flat(text: string): object {
  const property = { type: "string", description: text };
  return Object.fromEntries([
    [text, property],
    [`b${text}`, { ...property, "x-sdk-name": `c${text}` }],
  ]);
}

/** A GET whose pages have properties and a parameter of that name. */
function pagedBy(text: string): object {
  const list = { type: "object", properties: { [text]: { type: "array", items: {} } } };
  const properties = { [text]: { allOf: [{ type: "array", items: {} }, list] } };
  return {
    parameters: [{ name: text, in: "query", schema: { type: "string" } }],
    responses: {
      200: { description: text, content: { "application/json": { schema: { type: "object", properties } } } },
    },
  };
}

function without(key: string, { [key]: _, ...rest }: Record<string, unknown>): object {
  return rest;
}

describe("a hostile description", () => {
  it("becomes no code, or is refused", { timeout: 120_000 }, async () => {
    const folder = await scratch();
    let generated = 0;
    await fc.assert(
      fc.asyncProperty(document, async (value) => {
        const input = join(folder, "api.json");
        const output = join(folder, "client");
        await writeFiles(folder, { "api.json": JSON.stringify(value) });
        try {
          await generate({
            input,
            output,
            resources: true,
            sync: true,
            docs: { ...DOCS, output: join(output, "docs") },
          });
        } catch (error) {
          if (!(error instanceof GenerateError)) throw error;
          return;
        }
        generated++;
        check(await readFiles(output));
        expect(
          Object.keys(await readFiles(folder)).every((file) => file === "api.json" || file.startsWith("client/")),
        ).toBe(true);
        expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain("canary");
      }),
      { numRuns: 100 },
    );
    expect(generated).toBeGreaterThan(25);
  });

  it("runs nothing when it is imported, and compiles", async () => {
    const texts = [...PIECES, ...PIECES.map((piece) => `a${piece}b`)];
    const named = (value: (text: string) => unknown): Record<string, unknown> =>
      Object.fromEntries(texts.map((text) => [text, value(text)]));
    const paths = texts.map((text, n) => [
      `/${n}/${text}`,
      {
        post: {
          ...{
            operationId: text,
            tags: [text],
            "x-sdk-group": text,
            "x-sdk-method": text,
            summary: text,
            description: text,
            externalDocs: { url: text },
          },
          parameters: [
            {
              name: text,
              in: "query",
              "x-sdk-name": text,
              description: text,
              example: text,
              schema: { type: "string", enum: [text], default: text },
            },
          ],
          requestBody: { content: { [text]: { schema: { type: "string", title: text } }, "application/json": {} } },
          responses: {
            200: {
              description: text,
              content: { [text]: {}, "application/json": { schema: { $ref: "#/components/schemas/a" } } },
            },
          },
          security: [{ [text]: [] }],
        },
        get: {
          ...pagedBy(text),
          "x-sdk-pagination":
            n % 2 ? { items: text, next: `${text}.${text}` } : { items: text, cursor: text, from: text },
        },
        put: {
          "x-sdk-group": text,
          parameters: [{ name: `q${text}`, in: "query", required: true, schema: { type: "string" } }],
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: { type: "object", properties: flat(text), required: [text] },
                example: { [text]: [text, { [text]: text }] },
              },
            },
          },
          responses: { 204: { description: text } },
        },
      },
    ]);
    const generated = await client(
      description({
        servers: [{ url: `https://api.test/*/${CANARY}` }],
        paths: Object.fromEntries(paths),
        components: {
          schemas: named((text) => ({
            type: "object",
            description: text,
            properties: { [text]: { type: "string", example: text } },
          })),
          // Redocly cannot read a scheme of this name, and such a description is refused.
          securitySchemes: without(
            "constructor",
            named((text) => ({ type: "apiKey", in: "header", name: text, description: text })),
          ),
        },
      }),
      { resources: true, sync: true, docs: DOCS },
    );
    check(generated.texts);
    expect(Object.keys(generated.texts).filter((file) => file.startsWith("docs/")).length).toBeGreaterThan(10);
    expect(generated.texts["paginate.gen.ts"]?.match(/_PAGES/g)?.length).toBeGreaterThan(texts.length);
    expect(await compile(generated.folder)).toEqual([]);
    await generated.load();
    expect(globalThis).not.toHaveProperty("canary");
    expect(existsSync(join(generated.folder, "..", "..", "etc"))).toBe(false);
  });

  it.each(["x-a}};globalThis.canary=1;//", "x-a;import('x')", "__proto__"])(
    "cannot name a type %j by a $ref",
    async (key) => {
      const $ref = `#/${key.replaceAll("/", "~1")}/A`;
      const document = JSON.stringify(
        description({
          components: { schemas: { A: { type: "object", properties: { a: { $ref } } } } },
          KEY: { A: { type: "string" } },
        }),
      );
      const folder = await scratch({ "api.json": document.replace("KEY", key) });
      const options = { input: join(folder, "api.json"), output: join(folder, "client") };
      const error = await generate(options).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (error === undefined) check(await readFiles(options.output));
      else expect(error).toBeInstanceOf(GenerateError);
    },
  );
});
