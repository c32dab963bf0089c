import { expect, it } from "vitest";
import { client, description } from "./support/client.ts";

const secret = { type: "string", "x-sensitive": true };
const json = (schema: object): object => ({ content: { "application/json": { schema } } });
const responses = (schema: object): object => ({ 200: { description: "Done.", ...json(schema) } });

async function sensitive(operation: object, schemas: object = {}): Promise<unknown> {
  const paths = { "/a": { post: { operationId: "a", responses: {}, ...operation } } };
  const { aOperation } = await (await client(description({ paths, components: { schemas } }))).load();
  return aOperation.sensitive;
}

it("lists the names of sensitive values at any depth", async () => {
  const parameters = [
    { name: "token", in: "query", schema: secret },
    { name: "Key", in: "header", "x-sensitive": true, schema: { type: "string" } },
  ];
  const body = {
    type: "object",
    properties: {
      b: { type: "array", items: secret },
      a: { allOf: [{ type: "object", properties: { deep: { type: "string", format: "password" } } }] },
    },
  };
  const response = {
    type: "object",
    properties: { open: { type: "string" } },
    additionalProperties: { type: "object", properties: { inner: secret } },
  };
  expect(await sensitive({ parameters, requestBody: json(body), responses: responses(response) })).toEqual([
    "Key",
    "b",
    "deep",
    "inner",
    "token",
  ]);
});

it("is absent if nothing is sensitive", async () => {
  expect(await sensitive({ responses: responses({ type: "string" }) })).toBeUndefined();
});

it("marks a whole body with *", async () => {
  expect(
    await sensitive({ responses: { 200: { description: "Done.", content: { "text/plain": { schema: secret } } } } }),
  ).toEqual(["*"]);
});

it("finds shared schemas under each name, and recursive ones", async () => {
  const schemas = {
    Secrets: { type: "array", items: secret },
    Node: {
      type: "object",
      properties: {
        next: { $ref: "#/components/schemas/Node" },
        first: { $ref: "#/components/schemas/Secrets" },
        second: { $ref: "#/components/schemas/Secrets" },
      },
    },
  };
  expect(await sensitive({ responses: responses({ $ref: "#/components/schemas/Node" }) }, schemas)).toEqual([
    "first",
    "second",
  ]);
});

it("uses the argument names of parameters", async () => {
  const parameters = ["query", "header"].map((place) => ({ name: "token", in: place, schema: secret }));
  expect(await sensitive({ parameters })).toEqual(["tokenHeader", "tokenQuery"]);
});
