import { expect, it } from "vitest";
import type { OpenApiDocument } from "../../src/document/openapi.ts";
import { normalizePaths } from "../../src/normalize/paths.ts";
import { warnings } from "../support/normalize.ts";

it("leaves mappings under paths that begin with a slash", () => {
  const document = {
    openapi: "3.1.0",
    paths: { "/a": { summary: "A" }, b: { summary: "B" }, a: { summary: "C" }, "/d": "text", "x-note": {} },
  } as unknown as OpenApiDocument;
  const { warn, list } = warnings();
  normalizePaths(document, warn);
  expect(document.paths).toEqual({ "/a": { summary: "A" }, "/b": { summary: "B" } });
  expect(list).toEqual([
    "paths b: A path must begin with a slash; this one becomes /b.",
    "paths a: A path must begin with a slash; this one is ignored.",
    "paths /d: This path item is not a mapping; it is ignored.",
  ]);
});

it("leaves out a path that no URL can carry", () => {
  const document = { openapi: "3.1.0", paths: { "/\ud800": {} } };
  normalizePaths(document, warnings().warn);
  expect(document.paths).toEqual({});
});

it("gives each path an item of its own where several refer to one", () => {
  const shared = { get: { operationId: "a" } };
  const document: OpenApiDocument = {
    openapi: "3.1.0",
    paths: { "/a": { $ref: "#/components/pathItems/shared" }, "/b": { $ref: "#/components/pathItems/shared" } },
    components: { pathItems: { shared } },
  };
  normalizePaths(document, warnings().warn);
  expect(document.paths).toEqual({ "/a": shared, "/b": shared });
  expect(document.paths?.["/a"]).not.toBe(document.paths?.["/b"]);
});
