import { expect, it } from "vitest";
import { rewriteBooleanSchemas } from "../../src/normalize/boolean-schemas.ts";

it("writes true and false in lists of schemas as objects", () => {
  const document = {
    components: { schemas: { A: { anyOf: [true, { type: "string" }] }, B: { prefixItems: [false] } } },
  };
  rewriteBooleanSchemas(document);
  expect(document).toEqual({
    components: { schemas: { A: { anyOf: [{}, { type: "string" }] }, B: { prefixItems: [{ not: {} }] } } },
  });
});

it("leaves data alone that looks like schemas", () => {
  const document = { components: { schemas: { A: { default: { anyOf: [true] }, enum: [true] } } } };
  const before = structuredClone(document);
  rewriteBooleanSchemas(document);
  expect(document).toEqual(before);
});
