import { api, operation } from "../descriptions.ts";
import { type Case, ok, query, text } from "./case.ts";

export const parameters: readonly Case[] = [
  {
    what: "a new parameter",
    base: operation({}),
    head: operation({ parameters: [query("sort")] }),
    lines: ["feature parameter-added: `makeNote` also takes `sort`"],
  },
  {
    what: "a new required parameter",
    base: operation({}),
    head: operation({ parameters: [query("sort", { required: true })] }),
    lines: ["breaking parameter-added: `makeNote` now requires `sort`"],
  },
  {
    what: "a parameter that was removed",
    base: operation({ parameters: [query("sort")] }),
    head: operation({}),
    lines: ["breaking parameter-removed: `makeNote` no longer takes `sort`"],
  },
  {
    what: "a parameter that is required now",
    base: operation({ parameters: [query("sort")] }),
    head: operation({ parameters: [query("sort", { required: true })] }),
    lines: ["breaking parameter-required: `makeNote` now requires `sort`"],
  },
  {
    what: "a parameter in another place",
    base: operation({ parameters: [query("sort")] }),
    head: operation({ parameters: [query("sort", { in: "header" })] }),
    lines: ["breaking parameter-moved: `makeNote` now sends `sort` as a header instead of in the query"],
  },
  {
    what: "a parameter in another style",
    base: operation({ parameters: [query("sort", { schema: { type: "array", items: text } })] }),
    head: operation({ parameters: [query("sort", { explode: false, schema: { type: "array", items: text } })] }),
    lines: ["breaking parameter-style-changed: `makeNote` now serializes `sort` as `form` instead of `form, exploded`"],
  },
  {
    what: "a parameter of another type",
    base: operation({ parameters: [query("sort")] }),
    head: operation({ parameters: [query("sort", { schema: { type: "boolean" } })] }),
    lines: ["breaking type-changed: `makeNote` now takes `sort` as `boolean` instead of `string`"],
  },
  {
    what: "a part of the path with another name",
    base: api({ paths: { "/notes/{id}": { get: { operationId: "getNote", responses: { "200": ok } } } } }),
    head: api({ paths: { "/notes/{noteId}": { get: { operationId: "getNote", responses: { "200": ok } } } } }),
    lines: ["breaking parameter-renamed: `getNote` now takes `noteId` instead of `id`"],
  },
  {
    what: "the description of a parameter",
    base: operation({ parameters: [query("sort")] }),
    head: operation({ parameters: [query("sort", { description: "By what.", deprecated: true, example: "name" })] }),
    lines: [
      "feature parameter-text-changed: `sort` of `makeNote` is now deprecated",
      "documentation parameter-text-changed: `sort` of `makeNote` has different examples",
      "documentation parameter-text-changed: `sort` of `makeNote` is documented differently",
    ],
  },
  {
    what: "a secret in a parameter",
    base: operation({ parameters: [query("code")] }),
    head: operation({ parameters: [query("code", { "x-sensitive": true })] }),
    lines: ["fix parameter-text-changed: `code` of `makeNote` is now kept out of errors and logs"],
  },
];
