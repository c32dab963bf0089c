import { api, object, type Part, type } from "../descriptions.ts";
import { type Case, json, ok, path, query, text } from "./case.ts";

export const operations: readonly Case[] = [
  {
    what: "a new operation",
    base: api({ paths: path("/a", "getA") }),
    head: api({ paths: { ...path("/a", "getA"), ...path("/b", "getB", { summary: "Get a B." }) } }),
    lines: ["feature operation-added: `getB` is new: Get a B"],
  },
  {
    what: "an operation that was removed",
    base: api({ paths: { ...path("/a", "getA"), ...path("/b", "getB") } }),
    head: api({ paths: path("/a", "getA") }),
    lines: ["breaking operation-removed: `getB` was removed (`GET /b`)"],
  },
  {
    what: "an operation with another name",
    base: api({ paths: path("/a", "get-a") }),
    head: api({ paths: path("/a", "readA") }),
    lines: ["breaking operation-renamed: `getA` is now `readA`"],
  },
  {
    what: "an operation at another path",
    base: api({ paths: path("/a", "getA") }),
    head: api({ paths: path("/b", "getA") }),
    lines: ["breaking operation-moved: `getA` now calls `GET /b` instead of `GET /a`"],
  },
  {
    what: "an operation of another method",
    base: api({ paths: { "/a": { put: { operationId: "setA", responses: { "204": ok } } } } }),
    head: api({ paths: { "/a": { patch: { operationId: "setA", responses: { "204": ok } } } } }),
    lines: ["breaking operation-moved: `setA` now calls `PATCH /a` instead of `PUT /a`"],
  },
  {
    what: "an operation with another tag",
    base: api({ paths: { ...path("/a", "getA"), ...path("/b", "getB"), ...path("/c", "getC", { tags: ["other"] }) } }),
    head: api({
      paths: {
        ...path("/a", "getA"),
        ...path("/b", "getB", { tags: ["other"] }),
        ...path("/c", "getC", { tags: ["other"] }),
      },
    }),
    lines: ["breaking module-changed: `getB` moved from the module `notes` to `other`"],
  },
  {
    what: "a tag with another name",
    base: api({ tags: [{ name: "notes" }], paths: { ...path("/a", "getA"), ...path("/b", "getB") } }),
    head: api({
      tags: [{ name: "memos" }],
      paths: { ...path("/a", "getA", { tags: ["memos"] }), ...path("/b", "getB", { tags: ["memos"] }) },
    }),
    lines: ["breaking tag-renamed: The tag `notes` is now `memos`, and the module `notes` is now `memos`"],
  },
  {
    what: "a tag with another name, but the same module",
    base: api({ paths: path("/a", "getA") }),
    head: api({ paths: path("/a", "getA", { tags: ["Notes"] }) }),
    lines: ["documentation tag-renamed: The tag `notes` is now `Notes`"],
  },
  {
    what: "a new tag, and one that was removed",
    base: api({ paths: { ...path("/a", "getA"), ...path("/b", "getB", { tags: ["old"] }) } }),
    head: api({ paths: { ...path("/a", "getA"), ...path("/c", "getC", { tags: ["new"] }) } }),
    lines: [
      "breaking tag-removed: The module `old` was removed",
      "breaking operation-removed: `getB` was removed (`GET /b`)",
      "feature tag-added: There is a new module `new`",
      "feature operation-added: `getC` is new",
    ],
  },
  {
    what: "a deprecation",
    base: api({ paths: path("/a", "getA") }),
    head: api({ paths: path("/a", "getA", { deprecated: true }) }),
    lines: ["feature operation-deprecated: `getA` is now deprecated"],
  },
  {
    what: "no deprecation any more",
    base: api({ paths: path("/a", "getA", { deprecated: true }) }),
    head: api({ paths: path("/a", "getA") }),
    lines: ["documentation operation-deprecated: `getA` is no longer deprecated"],
  },
  {
    what: "the description of an operation",
    base: api({ paths: path("/a", "getA") }),
    head: api({ paths: path("/a", "getA", { summary: "Get an A." }) }),
    lines: ["documentation operation-text-changed: `getA` is documented differently"],
  },
  {
    what: "the descriptions of the API and a tag",
    base: api({ tags: [{ name: "notes" }], paths: path("/a", "getA") }),
    head: api({
      info: { title: "Other", version: "2" },
      tags: [{ name: "notes", description: "Notes." }],
      paths: path("/a", "getA"),
    }),
    lines: [
      "documentation general-text-changed: The API is documented differently",
      "documentation general-text-changed: The tag `notes` is documented differently",
    ],
  },
  {
    what: "another server",
    base: api({ servers: [{ url: "https://a.test" }], paths: path("/a", "getA") }),
    head: api({ servers: [{ url: "https://b.test" }], paths: path("/a", "getA") }),
    lines: ['fix server-changed: The default `baseUrl` is now `"https://b.test"` instead of `"https://a.test"`'],
  },
  {
    what: "no server any more",
    base: api({ servers: [{ url: "https://a.test" }], paths: path("/a", "getA") }),
    head: api({ servers: [{ url: "/v1" }], paths: path("/a", "getA") }),
    lines: ['breaking server-changed: There is no default `baseUrl` any more; it was `"https://a.test"`'],
  },
  {
    what: "a server where there was none",
    base: api({ paths: path("/a", "getA") }),
    head: api({ servers: [{ url: "https://a.test" }], paths: path("/a", "getA") }),
    lines: ['feature server-changed: The default `baseUrl` is now `"https://a.test"`'],
  },
  {
    what: "another name of a method",
    base: api({ paths: path("/a", "getA", { "x-sdk-group": "as", "x-sdk-method": "get" }) }),
    head: api({ paths: path("/a", "getA", { "x-sdk-group": "as", "x-sdk-method": "read" }) }),
    lines: ["breaking method-renamed: The method `as.get` is now `as.read`"],
  },
  {
    what: "another name of an argument",
    base: api({ paths: path("/a", "getA", { parameters: [query("page_size")] }) }),
    head: api({ paths: path("/a", "getA", { parameters: [query("page_size", { "x-sdk-name": "limit" })] }) }),
    lines: ["breaking arguments-changed: The method `notes.getA` now takes `limit` instead of `pageSize`"],
  },
  {
    what: "pages",
    base: api({ paths: path("/a", "getA", list()) }),
    head: api({ paths: path("/a", "getA", list()), "x-sdk-pagination": [{ items: "results", next: "next" }] }),
    lines: ["feature pages-changed: `getA` is now paginated: `paginate` takes it"],
  },
  {
    what: "pages that follow each other in another way",
    base: api({ paths: path("/a", "getA", list()), "x-sdk-pagination": [{ items: "results", next: "next" }] }),
    head: api({
      paths: path("/a", "getA", { ...list(), parameters: [query("page", { schema: type("integer") })] }),
      "x-sdk-pagination": [{ items: "results", page: "page" }],
    }),
    lines: ["feature parameter-added: `getA` also takes `page`", "fix pages-changed: `getA` is paginated differently"],
  },
  {
    what: "no pages",
    base: api({ paths: path("/a", "getA", list()), "x-sdk-pagination": [{ items: "results", next: "next" }] }),
    head: api({
      paths: path("/a", "getA", { ...list(), "x-sdk-pagination": false }),
      "x-sdk-pagination": [{ items: "results", next: "next" }],
    }),
    lines: ["breaking pages-changed: `getA` is no longer paginated: `paginate` does not take it"],
  },
];

function list(): Part {
  const page = object({ results: type("array", { items: text }), next: type(["string", "null"]) });
  return { responses: { "200": { ...ok, content: json(page) } } };
}
