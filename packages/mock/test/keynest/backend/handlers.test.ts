import { afterAll, beforeAll, expect, test } from "vitest";
import { handlers } from "../../../src/keynest/backend/handlers.ts";
import { keyNestOperations as operations } from "../../support/keynest-operations.ts";
import { startKeyNest, type TestKeyNest } from "../../support/start-keynest.ts";

let keynest: TestKeyNest;
beforeAll(async () => {
  keynest = await startKeyNest();
});
afterAll(() => keynest.mock.close());

test("each operation of the description has a handler, and each handler an operation", () => {
  expect(Object.keys(handlers).sort()).toEqual(operations.map(({ iid }) => iid).sort());
});

const secured = operations.filter(({ security }) => security?.length);

test.each(secured.map(({ iid, method, path, security }) => [iid, method, path, security?.[0]?.[0]?.key]))(
  "%s takes nothing without a credential, and no wrong one",
  async (_, method, template, scheme) => {
    const path = template.replace("{uuid}", "3f2b8c1e-5d4a-4b6f-9a70-1c2d3e4f5a6b").replace(/\{\w+\}/, "1");
    const ask = (headers: Record<string, string>) =>
      fetch(keynest.mock.url + path, { method: method.toUpperCase(), headers });
    expect((await ask({})).status).toBe(401);
    const wrong = await ask({ Authorization: "Bearer e30.e30.e30", "X-ADMIN-KEY": "wrong" });
    expect(wrong.status).toBe(scheme === "AdminKey" ? 403 : 401);
  },
);
