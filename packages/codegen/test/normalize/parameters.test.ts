import { expect, it } from "vitest";
import { normalizedOperation } from "../support/normalize.ts";

const PAGE = { name: "page", in: "query", schema: { type: "integer" } };

it("moves the parameters of the path item into its operations, which may have their own instead", () => {
  const mine = { ...PAGE, required: true };
  const limit = { name: "limit", in: "query", schema: { type: "integer" } };
  const { after } = normalizedOperation(
    { operationId: "a", parameters: [mine] },
    { item: { parameters: [PAGE, limit] } },
  );
  expect(after.parameters).toEqual([mine, limit]);
});

it("declares a parameter of the path that nobody declared", () => {
  const { after, messages } = normalizedOperation({ operationId: "a" }, { path: "/notes/{id}" });
  expect(after.parameters).toEqual([{ name: "id", in: "path", required: true, schema: { type: "string" } }]);
  expect(messages).toEqual(["The path parameter {id} is not declared; it becomes a required string."]);
});

it("marks a parameter of the path as required, and gives it the usual style instead of an unknown one", () => {
  const given = { name: "id", in: "path", style: "form", schema: { type: "integer" } };
  const { after } = normalizedOperation({ operationId: "a", parameters: [given] }, { path: "/notes/{id}" });
  expect(after.parameters).toEqual([{ name: "id", in: "path", required: true, schema: { type: "integer" } }]);
});

it("takes the schema of a parameter from its media type, or as a string", () => {
  const filter = { name: "filter", in: "query", content: { "application/json": { schema: { type: "object" } } } };
  const { after } = normalizedOperation({ operationId: "a", parameters: [filter, { name: "q", in: "query" }] });
  expect(after.parameters).toEqual([
    { ...filter, schema: { type: "object" } },
    { name: "q", in: "query", schema: { type: "string" } },
  ]);
});

it.each([
  ["that has no name", { in: "query" }],
  ["in a place that does not exist", { name: "a", in: "body" }],
  ["of the path that the path does not have", { name: "other", in: "path", required: true }],
  ["that is a header which OpenAPI says to ignore", { name: "Accept", in: "header" }],
])("leaves out a parameter %s", (_, parameter) => {
  expect(normalizedOperation({ operationId: "a", parameters: [parameter] }).after.parameters).toEqual([]);
});
