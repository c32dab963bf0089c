import { createFinalURL } from "openapi-fetch";
import { expect, it } from "vitest";

// What src/url.ts relies on. If a version breaks this, joining the URL is to be done there.
it("createFinalURL joins base URL, path and query, and leaves the values to the serializers", () => {
  const given: unknown[] = [];
  const join = (search: string) =>
    createFinalURL("/{id}/", {
      baseUrl: "https://h/base",
      params: { path: { id: "&?%2F" } },
      pathSerializer: (...args) => {
        given.push(args);
        return args[0].replace("{id}", "%26");
      },
      querySerializer: () => search,
    });
  expect(join("")).toBe("https://h/base/%26/");
  expect(join("a=%26&b[c]=/?")).toBe("https://h/base/%26/?a=%26&b[c]=/?");
  expect(given[0]).toEqual(["https://h/base/{id}/", { id: "&?%2F" }]);
});
