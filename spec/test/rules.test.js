import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lint } from "./redocly.js";

/** Where Redocly runs, and what the paths that it prints are relative to. */
const SPEC = fileURLToPath(new URL("..", import.meta.url));

let folder;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "keynest-spec-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** A description with one operation, which obeys every rule unless `operation` says otherwise. */
function describing(operation, rest = {}) {
  return {
    openapi: "3.1.1",
    info: { title: "Things", version: "1.0.0" },
    tags: [{ name: "things" }],
    paths: { "/things": { get: get(operation) } },
    ...rest,
  };
}

function get(operation) {
  return {
    tags: ["things"],
    operationId: "listThings",
    "x-sdk-group": "things",
    "x-sdk-method": "list",
    security: [],
    responses: { 200: { description: "The things." } },
    ...operation,
  };
}

const other = { operationId: "getThing", "x-sdk-method": "get" };
const tokenAuth = { securitySchemes: { TokenAuth: { type: "apiKey", in: "header", name: "Authorization" } } };
const noCredential = { description: "No credential." };

function answering(mediaType) {
  return describing({ responses: { 200: { description: "A text.", content: { "text/plain": mediaType } } } });
}

function withProperty(name, schema) {
  const content = { "application/json": { schema: { type: "object", properties: { [name]: schema } }, example: {} } };
  return describing({ responses: { 200: { description: "A thing.", content } } });
}

function withParameter(parameter) {
  return describing({ parameters: [{ in: "query", schema: { type: "string" }, ...parameter }] });
}

const cases = {
  "media-type-example": {
    passes: {
      "an example": answering({ schema: { type: "string" }, example: "thing" }),
      "named examples": answering({ schema: { type: "string" }, examples: { one: { value: "thing" } } }),
      "an example that is null": answering({ schema: { type: "null" }, example: null }),
    },
    fails: {
      "no example": answering({ schema: { type: "string" } }),
      "an example on the schema alone": answering({ schema: { type: "string", examples: ["thing"] } }),
      "a request without example": describing({ requestBody: { content: { "application/json": { schema: {} } } } }),
    },
  },
  "operation-id-verb-first": {
    passes: { "a listed verb": describing({ operationId: "getThing" }) },
    fails: {
      "a verb that is not listed": describing({ operationId: "fetchThings" }),
      "a verb alone": describing({ operationId: "list" }),
      PascalCase: describing({ operationId: "ListThings" }),
      snake_case: describing({ operationId: "list_things" }),
    },
  },
  "operation-one-declared-tag": {
    passes: { "a declared tag": describing({ tags: ["things"] }) },
    fails: {
      "no tag": describing({ tags: [] }),
      "two tags": describing({ tags: ["things", "others"] }, { tags: [{ name: "things" }, { name: "others" }] }),
      "a tag that is not declared": describing({ tags: ["others"] }),
    },
  },
  "sdk-name-unique": {
    passes: {
      "names of their own": describing({}, { paths: { "/things": { get: get() }, "/thing": { get: get(other) } } }),
      "a webhook without a name": describing({}, { webhooks: { thing: { post: get({ "x-sdk-group": undefined }) } } }),
    },
    fails: {
      "no group": describing({ "x-sdk-group": undefined }),
      "no method": describing({ "x-sdk-method": undefined }),
      "a name that is no identifier": describing({ "x-sdk-method": "list things" }),
      "a shared name": describing(
        {},
        { paths: { "/things": { get: get() }, "/thing": { get: get({ operationId: "getThing" }) } } },
      ),
    },
  },
  "secured-operation-401": {
    passes: {
      "no security": describing({ security: [] }),
      "a credential that is optional": describing({ security: [{}, { TokenAuth: [] }] }, { components: tokenAuth }),
      "security and 401": describing(
        { security: [{ TokenAuth: [] }], responses: { 401: noCredential } },
        { components: tokenAuth },
      ),
    },
    fails: {
      "security without 401": describing({ security: [{ TokenAuth: [] }] }, { components: tokenAuth }),
      "security of the root without 401": describing(
        { security: undefined },
        { components: tokenAuth, security: [{ TokenAuth: [] }] },
      ),
    },
  },
  "sensitive-marked": {
    passes: {
      "a marked credential": withProperty("client_secret", { type: "string", "x-sensitive": true }),
      "a deliberate exception": withProperty("api_key", { type: "string", "x-sensitive": false }),
      "a mark behind a reference": {
        ...withProperty("token", { $ref: "#/components/schemas/Token" }),
        components: { schemas: { Token: { type: "string", "x-sensitive": true } } },
      },
      "the kind of a token": withProperty("token_type", { type: "string" }),
      "a count": withProperty("total_count", { type: "integer" }),
      "the name of a variable": withProperty("key", { type: "string" }),
      "a marked parameter": withParameter({ name: "key", "x-sensitive": true }),
    },
    fails: {
      "a password": withProperty("confirm_password", { type: "string" }),
      "an access token": withProperty("access_token", { type: "string" }),
      "a JWT": withProperty("refresh", { type: "string" }),
      "an API key": withProperty("api_key", { type: "string" }),
      "the value of a variable": withProperty("decrypted_value", { type: "string" }),
      "a parameter that is an API key": withParameter({ name: "key" }),
    },
  },
};

/** The rules that each case breaks, by its name. One run of Redocly looks at all of them, since starting it takes a second. */
let broken;
beforeAll(async () => {
  const descriptions = Object.entries(cases).flatMap(([rule, { passes, fails }]) => [
    ...Object.entries(passes).map(([name, description]) => [`${rule} takes ${name}`, description]),
    ...Object.entries(fails).map(([name, description]) => [`${rule} refuses ${name}`, description]),
  ]);
  const files = new Map(descriptions.map(([name]) => [join(folder, `${name.replaceAll(/\W+/g, "-")}.json`), name]));
  const written = [...files.keys()].map((file, at) => writeFile(file, JSON.stringify(descriptions[at][1])));
  await Promise.all(written);
  const problems = await lint("test/rules.redocly.yaml", ...files.keys());
  broken = Object.groupBy(problems, ({ location }) => files.get(resolve(SPEC, location[0].source.ref)));
});

const rulesBrokenBy = (name) => (broken[name] ?? []).map(({ ruleId }) => ruleId);

describe.for(Object.entries(cases))("%s", ([rule, { passes, fails }]) => {
  test.for(Object.keys(passes))("takes %s", (name) => {
    expect(rulesBrokenBy(`${rule} takes ${name}`)).toEqual([]);
  });

  test.for(Object.keys(fails))("refuses %s", (name) => {
    expect(rulesBrokenBy(`${rule} refuses ${name}`)).toEqual([`keynest/${rule}`]);
  });
});

test("Redocly says of each problem in which description it is", () => {
  expect(Object.keys(broken)).not.toContain("undefined");
});

test("the description has no problem", async () => {
  const problems = await lint("redocly.yaml", "openapi.yaml");
  expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
});
