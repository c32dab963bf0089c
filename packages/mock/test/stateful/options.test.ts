import { expect, test } from "vitest";
import { isMockError, type MockOptions, startMock } from "../../src/index.ts";
import { booksPath } from "../fixtures/descriptions.ts";

test.each<[string, MockOptions, string]>([
  ["another API", { description: booksPath }, "the description has no operation registerUser"],
  ["random answers", { dynamic: true }, "has no random answers"],
])("a mock with state does not take %s", async (_, options, sentence) => {
  const error = await startMock({ ...options, stateful: true }).catch((reason: unknown) => reason);
  expect(isMockError(error) && error.code).toBe("option-refused");
  expect(String(error)).toContain(sentence);
});
