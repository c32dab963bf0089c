import { expect, test } from "vitest";
import { isMockError, type KeyNestOptions, type MockOptions, startMock } from "../../../src/index.ts";
import { booksPath } from "../../fixtures/descriptions.ts";

test.each<[string, MockOptions, string]>([
  ["another API", { description: booksPath }, "the description has no operation registerUser"],
  ["random responses", { dynamic: true }, "has no random responses"],
])("a mock with state does not take %s", async (_, options, sentence) => {
  const error = await startMock({ ...options, stateful: true }).catch((reason: unknown) => reason);
  expect(isMockError(error) && error.code).toBe("option-refused");
  expect(String(error)).toContain(sentence);
});

test.each<[KeyNestOptions, string]>([
  [{ pageSize: 0 }, "The option pageSize takes a whole number from 1."],
  [{ pageSize: Number.NaN }, "The option pageSize takes a whole number from 1."],
  [{ accessTokenLifetimeMs: -1 }, "The option accessTokenLifetimeMs takes a whole number from 1."],
  [{ rateLimits: { loginsPerMinute: 0.5 } }, "The option loginsPerMinute takes a whole number from 0."],
  [{ start: "nothing" as "empty" }, "The option start takes examples or empty."],
  [{ adminKey: "" }, "The option adminKey takes a text that is not empty."],
])("%j is refused in a sentence", async (stateful, sentence) => {
  await expect(startMock({ stateful })).rejects.toMatchObject({ code: "option-refused", message: sentence });
});
