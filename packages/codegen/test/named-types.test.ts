import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { astToString } from "openapi-typescript";
import type ts from "typescript";
import { describe, expect, it } from "vitest";
import { generate } from "../src/index.ts";
import { loadDescription } from "../src/load/load.ts";
import { normalizeDescription } from "../src/normalize/normalize.ts";
import { openApiTypes } from "../src/types/openapi-types.ts";
import { client, description } from "./support/client.ts";
import { compile } from "./support/compile.ts";
import { scratch, writeFiles } from "./support/scratch.ts";

const DESCRIPTIONS = {
  KeyNest: "../../../spec/openapi.yaml",
  ...Object.fromEntries(
    ["parameters", "bodies", "responses", "security", "schemas", "names", "resources", "golden"].map((name) => {
      return [name, `fixtures/${name}/openapi.yaml`];
    }),
  ),
};

/** All types by place, as openapi-typescript makes them: `components["schemas"]["Project"]` is no name there. */
async function typesByPlace(input: string): Promise<string> {
  const loaded = await loadDescription(input);
  normalizeDescription(loaded);
  return astToString([...openApiTypes(loaded.document)] as ts.Node[]);
}

describe("named types", () => {
  it.each(Object.entries(DESCRIPTIONS))("mean what openapi-typescript makes of them: %s", async (_, path) => {
    const input = fileURLToPath(new URL(path, import.meta.url));
    const folder = await scratch();
    await generate({ input, output: join(folder, "client") });
    await writeFiles(folder, {
      // Recursive arrays are an error there, which are none in named types.
      "before.ts": `// @ts-nocheck\n${await typesByPlace(input)}`,
      // A type is `never` where one of the two is not assignable to the other.
      "program.ts": `
        import type * as after from "./client/openapi.gen.js";
        import type * as before from "./before.js";
        type Mutual<A, B> = [A, B] extends [B, A] ? A : never;
        type Each<A, B> = { [K in keyof A & keyof B]: Mutual<A[K], B[K]> };
        type Same<A, B> = [keyof A, keyof B] extends [keyof B, keyof A] ? Each<A, B> : never;
        type Old = before.components["schemas"];
        type New = after.components["schemas"];
        export const schemas = (value: New): Same<New, Old> => value;
        export const operations = (value: after.operations): Same<after.operations, before.operations> => value;
      `,
    });
    expect(await compile(folder)).toEqual([]);
  });

  it("are interfaces that extend others where their properties differ", async () => {
    const { texts, folder } = await client(
      described({
        Base: object({ id: "string", at: "string" }),
        Other: object({ other: "string" }),
        Heir: { allOf: [ref("Base"), ref("Other"), object({ own: "string" })] },
        Deeper: { allOf: [ref("Heir"), object({ deep: "string" })] },
        Narrower: { allOf: [ref("Base"), { ...object({}), properties: { id: { const: "a" } } }] },
        Map: { type: "object", additionalProperties: { type: "string" } },
        OfMap: { allOf: [ref("Map"), object({ own: "string" })] },
        Choice: { oneOf: [ref("Base"), ref("Other")] },
        OfChoice: { allOf: [ref("Choice"), object({ own: "string" })] },
        Strict: { allOf: [ref("Base")], required: ["id"] },
      }),
    );
    const heads = (texts["schemas.gen.ts"] ?? "").match(/^export .*/gm);
    expect(heads).toEqual([
      "export interface Base {",
      "export interface Other {",
      "export interface Heir extends Base, Other {",
      "export interface Deeper extends Heir {",
      "export type Narrower = Base & {",
      "export interface Map {",
      "export type OfMap = Map & {",
      "export type Choice = Base | Other;",
      "export type OfChoice = Choice & {",
      'export type Strict = Base & Required<Pick<Base, "id">>;',
    ]);
    expect(await compile(folder)).toEqual([]);
  });

  it("may have the names of types of TypeScript and the platform", async () => {
    const names = ["Record", "Array", "Date", "Error", "Blob", "Omit", "Pick", "Required", "Promise", "Map", "Object"];
    const any = { type: "object", additionalProperties: true };
    const { texts, folder } = await client(
      described(
        {
          ...Object.fromEntries(names.map((name) => [name, object({ name: "string" })])),
          Uses: {
            allOf: [ref("Record"), { type: "object", properties: { any, file: { type: "string", format: "binary" } } }],
            required: ["name"],
          },
        },
        {
          "/a": {
            get: {
              operationId: "a",
              parameters: [{ name: "b", in: "query", schema: any }],
              responses: { 200: json(ref("Record")), 400: json(ref("Error")), 404: json(ref("Promise")) },
            },
          },
        },
      ),
    );
    expect(texts["schemas.gen.ts"]).toContain("globalThis.Blob");
    expect(texts["operations/default.gen.ts"]).toContain("Error as ErrorSchema");
    expect(await compile(folder)).toEqual([]);
  });

  it("get a number if they differ only in case", async () => {
    const { texts, folder } = await client(
      described({ "user-name": object({ a: "string" }), UserName: ref("user-name") }),
    );
    expect(texts["schemas.gen.ts"]).toContain("export interface UserName {");
    expect(texts["schemas.gen.ts"]).toContain("export type UserName2 = UserName;");
    expect(texts["openapi.gen.ts"]).toContain('"user-name": UserName;');
    expect(await compile(folder)).toEqual([]);
  });

  it("may refer to themselves", async () => {
    const { texts, folder } = await client(
      described({
        Tree: { ...object({}), properties: { children: { type: "array", items: ref("Tree") } } },
        Json: { oneOf: [{ type: "string" }, { type: "array", items: ref("Json") }] },
        Nested: { type: "array", items: ref("Nested") },
      }),
    );
    expect(texts["schemas.gen.ts"]).toContain("children?: Tree[];");
    expect(texts["schemas.gen.ts"]).toContain("export type Json = string | Json[];");
    expect(texts["schemas.gen.ts"]).toContain("export type Nested = Nested[];");
    expect(await compile(folder)).toEqual([]);
  });

  it("have the description of each property, its format and its default", async () => {
    const { texts } = await client(
      described({
        A: {
          type: "object",
          properties: {
            when: { type: "string", format: "date-time", description: "When it was." },
            size: { type: "integer", default: 20, deprecated: true },
          },
        },
      }),
    );
    expect(texts["schemas.gen.ts"]).toContain(`export interface A {
  /**
   * When it was.
   *
   * @format date-time
   */
  when?: string;
  /**
   * @deprecated
   * @default 20
   */
  size?: number;
}`);
  });
});

describe("parameters", () => {
  it("are listed inline in their type", async () => {
    const { texts, folder } = await client({
      ...described(
        { Role: { type: "string", enum: ["viewer", "editor"] } },
        {
          "/a/{id}": {
            get: {
              operationId: "a",
              parameters: [
                { name: "id", in: "path", required: true, description: "Which.", schema: { type: "integer" } },
                { name: "role", in: "query", deprecated: true, schema: ref("Role") },
                { $ref: "#/components/parameters/Page" },
                { name: "x-trace", in: "header", schema: { type: "object", properties: { a: { type: "string" } } } },
              ],
              responses: { 204: { description: "Done." } },
            },
          },
        },
        { parameters: { Page: { name: "page", in: "query", description: "From 1.", schema: { type: "integer" } } } },
      ),
    });
    expect(texts["operations/default.gen.ts"]).toContain(`export type AParams = {
  /** Which. */
  id: number;
  /** @deprecated */
  role?: Role;
  /** From 1. */
  page?: number;
  "x-trace"?: {
    a?: string;
  };
};`);
    expect(await compile(folder)).toEqual([]);
  });
});

describe("a union of clients", () => {
  const schemes = { key: { type: "apiKey", in: "header", name: "X-Key" }, login: { type: "http", scheme: "basic" } };
  const secured = (clients?: unknown, more: Record<string, unknown> = {}) => ({
    ...described(
      more,
      {
        "/a": { get: operation("a", [{ key: [] }, { login: [] }]), put: operation("b", [{ login: [] }, { key: [] }]) },
        "/b": { get: operation("c", [{ key: [], login: [] }, { key: [] }]), put: operation("d", [{ key: [] }]) },
      },
      { securitySchemes: schemes },
    ),
    ...(clients === undefined ? {} : { "x-sdk-clients": clients }),
  });

  it("has one name, made of its schemes", async () => {
    const { texts, folder } = await client(secured(), { sync: true });
    expect(texts["security.gen.ts"]).toContain(
      "export type KeyOrLoginClient = Client<{ key: true }> | Client<{ login: true }>;",
    );
    expect(texts["security.gen.ts"]).toContain("export type KeyAndLoginOrKeyClient =");
    expect(texts["sync-clients.gen.ts"]).toContain("export type SyncKeyOrLoginClient = SyncClient<{ key: true }> |");
    expect(texts["operations/default.gen.ts"]?.match(/client: .*/g)).toEqual([
      ...Array(4).fill("client: KeyOrLoginClient,"),
      ...Array(2).fill("client: KeyAndLoginOrKeyClient,"),
      ...Array(2).fill("client: Client<{ key: true }>,"),
    ]);
    expect(texts["index.gen.ts"]).toContain("type KeyOrLoginClient");
    expect(texts["sync/index.gen.ts"]).toContain("SyncKeyOrLoginClient");
    expect(await compile(folder)).toEqual([]);
  });

  it("can be named in the description, in any order of alternatives", async () => {
    const { texts, problems } = await client(secured({ UserClient: [{ login: [] }, { key: [] }] }));
    expect(texts["security.gen.ts"]).toContain("export type UserClient =");
    expect(problems).toEqual([]);
  });

  it("gets a number if a schema has its name", async () => {
    const { texts, problems } = await client(
      secured({ UserClient: [{ login: [] }, { key: [] }] }, { UserClient: object({ a: "string" }) }),
    );
    expect(texts["schemas.gen.ts"]).toContain("export interface UserClient {");
    expect(texts["security.gen.ts"]).toContain("export type UserClient2 =");
    expect(problems.map(({ message }) => message)).toEqual([
      "The name UserClient is taken; the client is named UserClient2.",
    ]);
  });

  it.each([[1], [{ "user client": [{ key: [] }] }], [{ UserClient: "key" }]])(
    "keeps its own name where x-sdk-clients is %j, with a warning",
    async (clients) => {
      const { texts, problems } = await client(secured(clients));
      expect(texts["security.gen.ts"]).toContain("export type KeyOrLoginClient =");
      expect(problems.map(({ level }) => level)).toEqual(["warning"]);
    },
  );
});

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ description: "Done.", content: { "application/json": { schema } } });
const operation = (operationId: string, security: object[]) => ({
  operationId,
  security,
  responses: { 204: { description: "Done." } },
});

function object(properties: Record<string, string>): object {
  return {
    type: "object",
    properties: Object.fromEntries(Object.entries(properties).map(([name, type]) => [name, { type }])),
  };
}

function described(schemas: object, paths: object = {}, components: object = {}): object {
  return description({ paths, components: { schemas, ...components } });
}
