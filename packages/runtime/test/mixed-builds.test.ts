import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "tsdown";
import { afterAll, beforeAll, expect, it } from "vitest";
import type * as Runtime from "../src/index.ts";
import { operation } from "./call.ts";
import { serve } from "./server.ts";

const root = join(import.meta.dirname, "..");
let folder: string;
let esm: typeof Runtime;
let cjs: typeof Runtime;

beforeAll(async () => {
  folder = await mkdtemp(join(root, "node_modules", "mixed-"));
  const entry = join(root, "src/index.ts");
  await build({
    config: false,
    cwd: root,
    entry,
    format: ["esm", "cjs"],
    outDir: folder,
    dts: false,
    fixedExtension: true,
    logLevel: "silent",
  });
  esm = await import(pathToFileURL(join(folder, "index.mjs")).href);
  cjs = createRequire(import.meta.url)(join(folder, "index.cjs"));
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

it("are two copies", () => {
  expect(esm.NotFoundError).not.toBe(cjs.NotFoundError);
  expect(Object.keys(esm).sort()).toEqual(Object.keys(cjs).sort());
});

it("a client, a credential, a request and unwrap of different copies work together", async () => {
  const { url, received } = await serve({ body: { a: 1 } });
  for (const [one, other] of [
    [esm, cjs],
    [cjs, esm],
  ] as const) {
    const client = one.createClient({ baseUrl: url, auth: other.bearer("A", "t") });
    const result = other.request<Runtime.Success<200, unknown>>(client, operation({ security: [["A"]] }));
    expect(await one.unwrap(result)).toEqual({ a: 1 });
  }
  expect(received.map(({ headers }) => headers.authorization)).toEqual(["Bearer t", "Bearer t"]);
});

it("guards of one copy know the errors of the other", async () => {
  const { url } = await serve({ status: 404, body: { detail: "Not found." } });
  for (const [one, other] of [
    [esm, cjs],
    [cjs, esm],
  ] as const) {
    const result = other.request<Runtime.Failure<404, unknown>>(other.createClient({ baseUrl: url }), operation());
    const error = await one.unwrap(result).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(one.NotFoundError);
    expect(error).not.toBeInstanceOf(other.NotFoundError);
    expect([other.isSdkError(error), other.isApiError(error), other.isNotFoundError(error)]).toEqual([
      true,
      true,
      true,
    ]);
    expect(other.isConflictError(error)).toBe(false);
    expect((error as Runtime.NotFoundError).body).toEqual({ detail: "Not found." });
  }
});
