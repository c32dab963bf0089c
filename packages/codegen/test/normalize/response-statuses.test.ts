import { expect, it } from "vitest";
import { normalizedOperation } from "../support/normalize.ts";

const RESPONSE = { description: "A." };

it("leaves responses under a status, a range or default", () => {
  const responses = { "200": RESPONSE, "4XX": RESPONSE, default: RESPONSE };
  const { after, messages } = normalizedOperation({ operationId: "a", responses });
  expect(after.responses).toEqual(responses);
  expect(messages).toEqual([]);
});

it("writes a range in capitals, and leaves out what is no status", () => {
  const responses = { "4xx": RESPONSE, "600": RESPONSE, ok: RESPONSE, "500": "text" };
  const { after, messages } = normalizedOperation({ operationId: "a", responses });
  expect(after.responses).toEqual({ "4XX": RESPONSE });
  expect(messages).toHaveLength(4);
});

it("gives an operation without responses an empty list of them", () => {
  expect(normalizedOperation({ operationId: "a" }).after.responses).toEqual({});
});
