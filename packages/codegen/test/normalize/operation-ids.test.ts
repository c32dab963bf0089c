import { expect, it } from "vitest";
import { normalized, normalizedOperation } from "../support/normalize.ts";

it.each([
  ["list-projects", "listProjects"],
  ["GetURL", "getURL"],
  ["delete", "delete_"],
])("writes the operationId %s as an identifier", (operationId, after) => {
  expect(normalizedOperation({ operationId }).after.operationId).toBe(after);
});

it("derives a missing operationId from method and path", () => {
  const { after, messages } = normalizedOperation({}, { path: "/teams/{id}/keys", item: { parameters: [ID] } });
  expect(after.operationId).toBe("getTeamsByIdKeys");
  expect(messages).toEqual([]);
});

it("numbers an operationId that another operation has, or the runtime", () => {
  const { after, messages } = normalized({
    paths: {
      "/a": { get: { operationId: "a" } },
      "/b": { get: { operationId: "a" }, put: { operationId: "request" } },
    },
  });
  const { "/a": a, "/b": b } = after.paths ?? {};
  expect([a?.get, b?.get, b?.put].map((one) => one?.operationId)).toEqual(["a", "a2", "request2"]);
  expect(messages).toEqual([
    'The name a, of the operationId "a", is taken; this operation is named a2.',
    'The name request, of the operationId "request", is taken; this operation is named request2.',
  ]);
});

const ID = { name: "id", in: "path", required: true, schema: { type: "string" } };
