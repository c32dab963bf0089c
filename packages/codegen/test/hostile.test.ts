import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GenerateError, generate } from "../src/index.ts";
import { checkCode } from "./hostile/check-code.ts";
import { checkPages } from "./hostile/check-pages.ts";
import { documents } from "./hostile/documents.ts";
import { CANARY, PIECES } from "./hostile/pieces.ts";
import { client, description } from "./support/client.ts";
import { compile } from "./support/compile.ts";
import { readFiles, scratch, writeFiles } from "./support/scratch.ts";

const DOCS = { package: "a", sync: "a/sync" };

function check(texts: Record<string, string>): void {
  checkPages(texts);
  for (const [file, text] of Object.entries(texts)) if (!file.startsWith("docs/")) checkCode(file, text);
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
  it("never becomes code", { timeout: 120_000 }, async () => {
    const folder = await scratch();
    let generated = 0;
    await fc.assert(
      fc.asyncProperty(documents, async (value) => {
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

  it("runs no code on import, and compiles", async () => {
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
