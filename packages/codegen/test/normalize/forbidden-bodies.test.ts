import { expect, it } from "vitest";
import { normalizedOperation } from "../support/normalize.ts";

const BODY = { content: { "application/json": { schema: { type: "string" } } } };

it.each(["get", "head", "trace"])("takes away the body of a %s request", (method) => {
  const { after, messages } = normalizedOperation({ operationId: "a", requestBody: BODY }, { method });
  expect(after).not.toHaveProperty("requestBody");
  expect(messages).toEqual([`A ${method.toUpperCase()} request cannot have a body; it is ignored.`]);
});

it.each(["delete", "options", "post"])("leaves the body of a %s request", (method) => {
  const { after, messages } = normalizedOperation({ operationId: "a", requestBody: BODY }, { method });
  expect(after.requestBody).toEqual(BODY);
  expect(messages).toEqual([]);
});
