import { expect, it } from "vitest";
import { normalizedOperation } from "../support/normalize.ts";

const document = {
  security: [{ token: [] }],
  components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
};

it("gives an operation the requirements of the document where it has none", () => {
  expect(normalizedOperation({ operationId: "a" }, { document }).after.security).toEqual([{ token: [] }]);
});

it("leaves an operation its own requirements, none among them", () => {
  expect(normalizedOperation({ operationId: "a", security: [] }, { document }).after.security).toEqual([]);
});

it("says where a scheme is not declared", () => {
  const { after, messages } = normalizedOperation(
    { operationId: "a", security: [{ ghost: [] }, "text"] },
    { document },
  );
  expect(after.security).toEqual([{ ghost: [] }]);
  expect(messages).toEqual(['The security scheme "ghost" is not declared; write a credential for it yourself.']);
});
