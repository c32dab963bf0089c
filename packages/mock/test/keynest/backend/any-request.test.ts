import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Operation } from "../../../src/contract/load-operations.ts";
import { keyNestOperations as operations } from "../../support/keynest-operations.ts";
import { startKeyNest, type TestKeyNest } from "../../support/start-keynest.ts";

let keynest: TestKeyNest;
let bearer: Record<string, string>;
beforeAll(async () => {
  keynest = await startKeyNest({ start: "examples", accessTokenLifetimeMs: 1e12 });
  const form = new URLSearchParams({ username: "user", password: "securepassword123" });
  const { body } = await keynest.anybody.post("/auth/access-token", form);
  bearer = { Authorization: `Bearer ${body.access_token}` };
});
afterAll(() => keynest.mock.close());

/** What somebody sends who may do everything. */
function credentialsFor({ security }: Operation): Record<string, string> {
  const scheme = security?.[0]?.[0]?.key;
  if (scheme === "AdminKey") return { "X-ADMIN-KEY": "123abc" };
  if (scheme === "OAuth2PasswordBearer") return bearer;
  return scheme ? { Authorization: "Token 9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b" } : {};
}

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("admin", "production", "A_KEY", "user", "jane@example.com", "securepassword123", "\ud800"),
);
const field = fc.oneof(text, text, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), fc.jsonValue());

/** A request for an operation, with the names that it has and values that it may not have. */
const request = fc.constantFrom(...operations.filter(({ iid }) => iid !== "logoutUser")).chain((operation) => {
  const content = operation.request?.body?.contents?.[0];
  const fields = Object.keys(content?.schema?.properties ?? {});
  const queries = operation.request?.query?.map(({ name }) => name) ?? [];
  return fc.record({
    operation: fc.constant(operation),
    ids: fc.array(fc.oneof(fc.integer({ min: 1, max: 4 }).map(String), fc.uuid(), text), {
      minLength: 1,
      maxLength: 1,
    }),
    query: fc.dictionary(
      fc.constantFrom("page", ...queries),
      text.map((value) => value.toWellFormed()),
      { maxKeys: 2 },
    ),
    body: fc.record(Object.fromEntries(fields.map((name) => [name, field])), { requiredKeys: [] }),
    file: fc.constantFrom(".env", "a.json", "a.yaml"),
  });
});

test("every request gets a documented response, or a problem document that says why not", async () => {
  await fc.assert(
    fc.asyncProperty(request, async ({ operation, ids, query, body, file }) => {
      const { method, path: template, request: described } = operation;
      const id = encodeURIComponent((ids[0] as string).toWellFormed() || "0");
      const path = `${template.replace(/\{\w+\}/, id)}?${new URLSearchParams(query)}`;
      const caller = keynest.as(credentialsFor(operation));
      const mediaType = described?.body?.contents?.[0]?.mediaType;
      const sent = mediaType === undefined ? undefined : bodyAs(mediaType, body, file);
      // The caller throws at a 500, as which the mock reports a response of its own that breaks the description.
      const reply = await caller.send(method.toUpperCase(), path, sent);
      expect(reply.status).toBeLessThan(500);
      if (reply.headers.get("content-type") === "application/problem+json") expect(reply.body.detail).not.toBe("");
      if (operation.iid === "deleteOrganization") await keynest.mock.reset();
    }),
    { numRuns: 400 },
  );
});

function bodyAs(mediaType: string, fields: object, file: string): unknown {
  if (mediaType === "application/json") return fields;
  const entries = Object.entries(fields).map(([name, value]) => [name, String(value).toWellFormed()] as const);
  if (mediaType === "application/x-www-form-urlencoded") return new URLSearchParams(Object.fromEntries(entries));
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, name === "file" ? new File([value], file) : value);
  return form;
}
