import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generate } from "../src/index.ts";
import { client, description, fixture, type GeneratedClient } from "./support/client.ts";
import { compile } from "./support/compile.ts";

const response = { 200: { description: "", content: { "application/json": { schema: { type: "string" } } } } };

/** The side of the runtime that generated code sees, which says what it was asked. */
const RUNTIME = `import type { Client } from "@keynest/runtime";
export interface SyncRequestOptions { readonly timeoutMs?: number; }
export type SyncClient<Schemes = {}> = Client<Schemes>;
export function callSync<Result>(...call: [client: SyncClient, name: string, params?: object, options?: SyncRequestOptions]): Result {
  return call as Result;
}
`;

const FILES = {
  "package.json": JSON.stringify({
    type: "module",
    imports: {
      "#runtime": "@keynest/runtime",
      "#runtime/digest": "@keynest/runtime/digest",
      "#runtime/sync": "./runtime.ts",
      "#runtime/styled-target": "@keynest/runtime/styled-target",
    },
  }),
  "runtime.ts": RUNTIME,
};

function blocking(text: string | object, files: Record<string, string> = {}): Promise<GeneratedClient> {
  return client(text, { sync: true, runtime: "#runtime", files: { ...FILES, ...files } });
}

describe("blocking variants", () => {
  const operation = { operationId: "a", responses: response };

  it("are generated on request", async () => {
    const text = description({ paths: { "/a": { get: { ...operation, tags: ["Notes"] } } } });
    const made = ["sync/index.gen.ts", "sync/notes.gen.ts"];
    expect((await client(text)).files.filter((file) => file.startsWith("sync"))).toEqual([]);
    expect((await client(text, { sync: true })).files.filter((file) => file.startsWith("sync"))).toEqual(made);
  });

  it("are removed when the setting is removed", async () => {
    const { folder } = await client(description({ paths: { "/a": { get: operation } } }), { sync: true });
    const { changes } = await generate({ input: join(folder, "../openapi.yaml"), output: folder });
    expect(changes.removed).toEqual(["sync/default.gen.ts", "sync/index.gen.ts"]);
  });

  it("call their functions by name, with the same arguments", async () => {
    const { folder } = await blocking(description({ paths: { "/a": { get: operation } } }));
    const { aSync, aDetailedSync } = await import(join(folder, "sync/index.gen.ts"));
    expect(aSync("client", { id: 1 }, { timeoutMs: 1 })).toEqual(["client", "a", { id: 1 }, { timeoutMs: 1 }]);
    expect(aDetailedSync("client")).toEqual(["client", "aDetailed", undefined, undefined]);
  });

  it("take and return the types of their functions", async () => {
    const paths = {
      "/a/{id}": {
        get: {
          operationId: "a",
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }],
          responses: { 200: { description: "", content: { "application/json": { schema: { type: "string" } } } } },
          security: [{ token: [] }],
        },
      },
      "/b": { delete: { operationId: "b", responses: response } },
    };
    const { folder } = await blocking(
      description({ paths, components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } } }),
      {
        "consumer.ts": `import { createClient } from "@keynest/runtime";
import { token } from "./client/index.gen.js";
import { aDetailedSync, aSync, bSync } from "./client/sync/index.gen.js";
const bare = createClient({ baseUrl: "https://api.test" });
const client = createClient({ baseUrl: "https://api.test", auth: token("t") });
aSync(client, { id: 1 }, { timeoutMs: 1 }) satisfies string;
bSync(bare) satisfies string;
const result = aDetailedSync(client, { id: 1 });
if (result.ok) result.data satisfies string;
// @ts-expect-error no credential
aSync(bare, { id: 1 });
// @ts-expect-error a parameter is missing
aSync(client);
// @ts-expect-error a parameter of another type
aSync(client, { id: "1" });
`,
      },
    );
    expect(await compile(join(folder, ".."))).toEqual([]);
  });

  it("have unique file names and export names", async () => {
    const paths = Object.fromEntries(
      ["call", "callSync", "SyncClient", "callDetailedSync"].map((operationId) => [
        `/${operationId}`,
        { get: { operationId, tags: ["index"], responses: response } },
      ]),
    );
    const schemas = { SyncClient: { type: "string" }, SyncRequestOptions: { type: "string" } };
    const schema = { $ref: "#/components/schemas/SyncClient" };
    const content = { "application/json": { schema } };
    const get = { operationId: "e", tags: ["index"], responses: { 200: { description: "", content } } };
    const { folder, files } = await blocking(
      description({ paths: { ...paths, "/e": { get } }, components: { schemas } }),
    );
    expect(files.filter((file) => file.startsWith("sync"))).toEqual(["sync/index.gen.ts", "sync/index_.gen.ts"]);
    expect(await compile(join(folder, ".."))).toEqual([]);
    const { callSync } = await import(join(folder, "sync/index.gen.ts"));
    expect(callSync("client")).toEqual(["client", "call", undefined, undefined]);
  });

  it.each(["parameters", "bodies", "responses", "security", "schemas", "names"])("of %s compile", async (name) => {
    const { description } = await fixture(name);
    const { folder } = await blocking(description);
    expect(await compile(join(folder, ".."))).toEqual([]);
  });
});
