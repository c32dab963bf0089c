import { expect, it } from "vitest";
import { normalized } from "../support/normalize.ts";

it("takes the operationId from a webhook where another operation has it", () => {
  const { after, messages } = normalized({
    paths: { "/a": { get: { operationId: "a" } } },
    webhooks: { b: { post: { operationId: "a", summary: "B" } }, c: { post: { operationId: "c" } } },
  });
  expect(after.webhooks).toEqual({ b: { post: { summary: "B" } }, c: { post: { operationId: "c" } } });
  expect(messages).toEqual(['The operationId "a" is taken; the one of this webhook is ignored.']);
});

it("gives a webhook an item of its own where it refers to one", () => {
  const shared = { post: { summary: "A" } };
  const { after } = normalized({
    webhooks: { a: { $ref: "#/components/pathItems/shared" } },
    components: { pathItems: { shared } },
  });
  expect(after.webhooks).toEqual({ a: shared });
});
