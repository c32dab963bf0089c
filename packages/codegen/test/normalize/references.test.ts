import { expect, it } from "vitest";
import type { OpenApiDocument } from "../../src/document/openapi.ts";
import { rewriteReferences } from "../../src/normalize/references.ts";

function rewritten(components: OpenApiDocument["components"]): OpenApiDocument["components"] {
  const document: OpenApiDocument = { openapi: "3.1.0", ...(components && { components }) };
  rewriteReferences(document);
  return document.components;
}

it("makes a component of a schema that stands elsewhere", () => {
  const name = { type: "string" };
  const user = { properties: { name } };
  const after = rewritten({ schemas: { User: user, Name: { $ref: "#/components/schemas/User/properties/name" } } });
  expect(after?.schemas).toEqual({ User: user, Name: { $ref: "#/components/schemas/UserName" }, UserName: name });
});

it("numbers the name of such a component where it is taken", () => {
  const nested = { $ref: "#/components/schemas/User/properties/name" };
  const after = rewritten({ schemas: { User: { properties: { name: { type: "string" } } }, UserName: {}, A: nested } });
  expect(after?.schemas?.A).toEqual({ $ref: "#/components/schemas/UserName2" });
});

it("puts anything else that is no component in the place of the reference to it", () => {
  const limit = { description: "A number." };
  const after = rewritten({
    headers: { Shared: limit },
    responses: {
      A: { headers: { Limit: limit } },
      B: { headers: { Limit: { $ref: "#/components/responses/A/headers/Limit" } } },
      C: { headers: { Limit: { $ref: "#/components/headers/Shared" } } },
    },
  });
  expect(after?.responses?.B).toEqual({ headers: { Limit: limit } });
  expect(after?.responses?.C).toEqual({ headers: { Limit: { $ref: "#/components/headers/Shared" } } });
});

it("leaves a reference that leads nowhere", () => {
  const after = rewritten({ schemas: { A: { $ref: "#/components/schemas/B/properties/c" } } });
  expect(after?.schemas).toEqual({ A: { $ref: "#/components/schemas/B/properties/c" } });
});
