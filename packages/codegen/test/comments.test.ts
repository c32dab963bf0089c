import ts from "typescript";
import { describe, expect, it } from "vitest";
import { docComment } from "../src/typescript/code.ts";
import { client, description } from "./support/client.ts";
import { parse } from "./support/compile.ts";

/** The tags that TypeScript reads from the comment of each function. */
function tagsOf(text: string): string[][] {
  const functions = parse(text).statements.filter(ts.isFunctionDeclaration);
  return functions.map((one) => ts.getJSDocTags(one).map(({ tagName }) => tagName.text));
}

const described = (operation: object) =>
  description({
    paths: { "/a/{b}": { get: { operationId: "a", responses: { 200: { description: "Fine." } }, ...operation } } },
  });

describe("docComment", () => {
  it("is one line for one line of text, and empty for no text", () => {
    expect(docComment(["A text."])).toBe("/** A text. */\n");
    expect(docComment([undefined, " \n "])).toBe("");
  });

  it("keeps paragraphs and indented lines, and knows every kind of line break", () => {
    expect(docComment(["a\r\n  b\rc\u2028d", "e"], ["@returns f\r\ng"])).toBe(
      "/**\n * a\n *   b\n * c\n * d\n *\n * e\n *\n * @returns f g\n */\n",
    );
  });

  it("cannot be ended by its text", () => {
    expect(docComment(["a */ b **/"])).toBe("/** a *\\/ b **\\/ */\n");
  });

  it.each(["@deprecated", "not @deprecated at all", "a\n  @throws x", "\t@see y"])("escapes the tag in %j", (text) => {
    expect(tagsOf(`${docComment([text], ["@returns no @deprecated either"])}export function f() {}`)).toEqual([
      ["returns"],
    ]);
  });

  it.each(["{@x", "{id} of it", "a {@b c}", "{@link a} is meant"])("keeps %j as the text of @returns", (text) => {
    expect(tagsOf(`${docComment([text], [`@returns ${text}`])}export function f() {}`)).toEqual([["returns"]]);
    const [statement] = parse(`${docComment([], [`@returns ${text}`])}export function f() {}`).statements;
    expect(statement && ts.getJSDocReturnTag(statement)?.typeExpression).toBeUndefined();
  });

  it("leaves addresses alone, and code where TypeScript does: in tags", () => {
    expect(docComment(["me@example.org"])).toBe("/** me@example.org */\n");
    const text = "`npm i @scope/name`";
    const comment = docComment([text], [`@returns ${text}`]);
    expect(tagsOf(`${comment}export function f() {}`)).toEqual([["returns"]]);
    expect(comment).toContain(`@returns ${text}`);
  });
});

describe("the comment of a function", () => {
  it("has the description, the request, the result and the errors", async () => {
    const { texts } = await client(
      described({
        summary: "Gets an a.",
        description: "See [the guide](https://docs.test/guide).\r\n\r\n* one\r\n* two",
        deprecated: true,
        externalDocs: { url: "https://docs.test/a", description: "More." },
        responses: {
          200: { description: "Fine." },
          404: { description: "Gone." },
          418: { description: "Teapot." },
          503: { description: "Busy." },
        },
      }),
    );
    const text = texts["operations/default.gen.ts"] ?? "";
    const comments = text
      .split("\n\n")
      .filter((part) => part.startsWith("/**\n * Gets"))
      .join();
    expect(text.slice(text.indexOf("/**\n * Gets"), text.indexOf("export function a("))).toMatchInlineSnapshot(`
      "/**
       * Gets an a.
       *
       * See [the guide](https://docs.test/guide).
       *
       * * one
       * * two
       *
       * \`GET /a/{b}\`
       *
       * @deprecated
       * @returns Fine.
       * @throws {NotFoundError} if the status is 404: Gone.
       * @throws {ApiError} if the status is 418: Teapot.
       * @throws {InternalServerError} if the status is 503: Busy.
       * @see {@link aDetailed}, which also gives status and headers, and errors as values.
       * @see {@link https://docs.test/a More.}
       */
      "
    `);
    expect(comments).toContain("Gets an a.");
    expect(tagsOf(text)[1]).toContain("deprecated");
  });

  it("does not repeat a summary that is also the description", async () => {
    const { texts } = await client(described({ summary: "Same.", description: "Same. " }));
    expect(texts["operations/default.gen.ts"]?.split("Same.").length).toBe(3);
  });
});

it("describes schemas and parameters", async () => {
  const { texts } = await client(
    description({
      components: {
        schemas: {
          A: { type: "object", description: "An A.", properties: { b: { type: "string", description: "A b. */" } } },
        },
      },
    }),
  );
  expect(texts["schemas.gen.ts"]).toContain("/** An A. */\nexport interface A {\n  /** A b. *\\/ */\n  b?: string;\n}");
});
