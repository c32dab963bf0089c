import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "../../src/index.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

/** Values of 8 characters to a megabyte, of any characters. */
const values = fc
  .tuple(fc.string({ unit: "binary", minLength: 8, maxLength: 40 }), fc.constantFrom(1, 1, 1, 10, 1_000, 25_000))
  .map(([text, times]) => text.replace(/\p{Surrogate}/gu, "?").repeat(times))
  .filter((value) => new Set(value).size > 5);

/** What sends a value that the description marks as sensitive. */
const senders: Record<string, (value: string) => RequestInit & { readonly path: string }> = {
  "a field of JSON": (value) => ({
    path: "/api/variables/",
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ key: "A", value, environment: 1 }),
  }),
  "a field of a form": (value) => ({
    path: "/auth/access-token",
    method: "POST",
    body: new URLSearchParams({ username: "user", password: value }),
  }),
  "a file": (value) => {
    const body = new FormData();
    body.set("file", new Blob([`A=${value}`]), ".env");
    return { path: "/api/environments/1/import/", method: "POST", body };
  },
  "malformed JSON": (value) => ({
    path: "/api/variables/",
    method: "POST",
    headers: { "content-type": "application/json" },
    body: `{"value":${JSON.stringify(value)}`,
  }),
};

test.each(Object.keys(senders))("a record shows no value of %s, whatever its size and characters", async (name) => {
  await fc.assert(
    fc.asyncProperty(values, async (value) => {
      mock.forget();
      const { path, ...init } = (senders[name] as (typeof senders)[string])(value);
      const response = await fetch(mock.url + path, init);
      const shown = JSON.stringify([mock.requests, mock.violations, [...response.headers]]);
      const start = value.slice(0, 300).replace(/\p{Surrogate}$/u, "");
      for (const form of [JSON.stringify(start).slice(1, -1), encodeURIComponent(start)]) {
        expect(shown).not.toContain(form);
      }
    }),
    { numRuns: 25 },
  );
});
