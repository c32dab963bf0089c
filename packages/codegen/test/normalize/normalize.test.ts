import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { normalized } from "../support/normalize.ts";

/** Files of the folder that rewrite nothing by themselves. */
const SHARED = ["context.ts", "normalize.ts", "path-items.ts"];

it("has a test for each rewriting", () => {
  const rewritings = readdirSync(new URL("../../src/normalize", import.meta.url)).filter(
    (file) => !SHARED.includes(file),
  );
  const tests = readdirSync(new URL(".", import.meta.url)).map((file) => file.replace(".test.ts", ".ts"));
  expect(tests).toEqual(expect.arrayContaining(rewritings));
});

it("leaves a document alone that has been normalized", () => {
  const { after } = normalized({
    openapi: "3.1.0",
    paths: { "notes/{id}": { get: { operationId: "get-note", responses: { "4xx": { description: "A." } } } } },
    components: { schemas: { A: { anyOf: [true] }, B: { $ref: "#/components/schemas/A/anyOf/0" } } },
  });
  expect(normalized(after)).toEqual({ after, messages: [] });
});

it("leaves out an operation that is no mapping", () => {
  const { after, messages } = normalized({ paths: { "/a": { get: 1, put: { operationId: "a" } } } });
  expect(Object.keys(after.paths?.["/a"] ?? {})).toEqual(["put"]);
  expect(messages).toEqual(["This operation is not a mapping; it is ignored."]);
});
