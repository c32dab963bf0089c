import { expect, it } from "vitest";
import type { OpenApiDocument, Schema } from "../../src/document/openapi.ts";
import { breakRecursiveSchemas } from "../../src/normalize/recursive-schemas.ts";
import { warnings } from "../support/normalize.ts";

function broken(schemas: Record<string, Schema>) {
  const document: OpenApiDocument = { openapi: "3.1.0", components: { schemas } };
  const { warn, list } = warnings();
  breakRecursiveSchemas(document, warn);
  return { schemas: document.components?.schemas, list };
}

const refTo = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

it("takes a base in an heir without its alternatives", () => {
  const base = { type: "object", properties: { id: { type: "string" } } };
  const { schemas, list } = broken({
    Base: { ...base, oneOf: [refTo("Heir")], discriminator: { propertyName: "id" } },
    Heir: { allOf: [refTo("Base"), { type: "object" }] },
  });
  expect(schemas?.Heir).toEqual({ allOf: [base, { type: "object" }] });
  expect(schemas?.Base?.oneOf).toEqual([refTo("Heir")]);
  expect(list).toEqual([
    'components schemas Heir: The schema "Heir" contains itself through "Base"; it gets "Base" without its alternatives.',
  ]);
});

it("leaves out an alternative that is the schema itself", () => {
  const { schemas } = broken({ Self: { anyOf: [refTo("Self"), { type: "string" }] } });
  expect(schemas).toEqual({ Self: { anyOf: [{ type: "string" }] } });
});

it("leaves a schema that refers to itself behind a property or in a list", () => {
  const tree: Schema = { type: "object", properties: { children: { type: "array", items: refTo("Tree") } } };
  expect(broken({ Tree: structuredClone(tree) })).toEqual({ schemas: { Tree: tree }, list: [] });
});
