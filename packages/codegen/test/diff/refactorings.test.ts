import { expect, it } from "vitest";
import { api, diff, lineOf, object, operation, type Part, ref, returns, takes, type } from "./descriptions.ts";

const text = type("string");
const ok = { description: "Done." };
const query = (name: string): Part => ({ name, in: "query", schema: text });
const both = (schema: unknown, components: Part = {}): Part =>
  operation(
    {
      requestBody: { required: true, content: { "application/json": { schema } } },
      responses: { "200": { ...ok, content: { "application/json": { schema } } } },
    },
    components,
  );
const owner = object({ name: text, "email?": type(["string", "null"], { format: "email" }) });
const node = object({ name: text, "children?": type("array", { items: ref("Node") }) });

/** Descriptions that mean the same, however they are written. */
const REFACTORINGS: Readonly<Record<string, readonly [Part | string, Part | string]>> = {
  "an inline schema becomes a component": [
    both(object({ owner })),
    both(object({ owner: ref("Owner") }), { schemas: { Owner: owner } }),
  ],
  "a component becomes an inline schema": [both(ref("Owner"), { schemas: { Owner: owner } }), both(owner)],
  "a component has another name": [
    both(ref("Owner"), { schemas: { Owner: owner } }),
    both(ref("User"), { schemas: { User: owner } }),
  ],
  "a recursive component has another name": [
    both(ref("Node"), { schemas: { Node: node } }),
    both(ref("Tree"), {
      schemas: { Tree: object({ name: text, "children?": type("array", { items: ref("Tree") }) }) },
    }),
  ],
  "a recursive component is unrolled once": [
    both(ref("Node"), { schemas: { Node: node } }),
    both(object({ name: text, "children?": type("array", { items: ref("Node") }) }), { schemas: { Node: node } }),
  ],
  "two components refer to each other instead of one to itself": [
    both(ref("Node"), { schemas: { Node: node } }),
    both(ref("Even"), {
      schemas: {
        Even: object({ name: text, "children?": type("array", { items: ref("Odd") }) }),
        Odd: object({ name: text, "children?": type("array", { items: ref("Even") }) }),
      },
    }),
  ],
  "a reference leads through another": [
    both(ref("Owner"), { schemas: { Owner: owner } }),
    both(ref("Alias"), { schemas: { Alias: ref("Owner"), Owner: owner } }),
  ],
  "allOf around a single reference": [
    both(object({ owner: ref("Owner") }), { schemas: { Owner: owner } }),
    both(object({ owner: { allOf: [ref("Owner")] } }), { schemas: { Owner: owner } }),
  ],
  "an object is split by allOf": [
    both(object({ a: text, b: text, "c?": text })),
    both({ allOf: [ref("A"), object({ b: text, "c?": text })] }, { schemas: { A: object({ a: text }) } }),
  ],
  "what is required stands in another part of allOf": [
    both(object({ a: text, b: text })),
    both({ allOf: [object({ "a?": text, "b?": text }), { required: ["a", "b"] }] }),
  ],
  "an allOf in an allOf is flat": [
    both({ allOf: [{ allOf: [object({ a: text }), object({ b: text })] }, object({ c: text })] }),
    both({ allOf: [object({ a: text }), object({ b: text }), object({ c: text })] }),
  ],
  "limits stand in a part of their own": [
    both(object({ a: type("string", { minLength: 1, maxLength: 5 }) })),
    both(object({ a: { allOf: [type("string", { minLength: 1 }), { maxLength: 5 }] } })),
  ],
  "null by a list of types, or by anyOf": [
    both(object({ a: type(["string", "null"]) })),
    both(object({ a: { anyOf: [text, type("null")] } })),
  ],
  "null beside a reference, by anyOf or oneOf": [
    both(object({ owner: { anyOf: [ref("Owner"), type("null")] } }), { schemas: { Owner: owner } }),
    both(object({ owner: { oneOf: [type("null"), ref("Owner")] } }), { schemas: { Owner: owner } }),
  ],
  "OpenAPI 3.0 with nullable, and 3.1 with types": [
    {
      ...both(object({ a: { type: "string", nullable: true }, b: { nullable: true, allOf: [ref("Owner")] } }), {
        schemas: { Owner: object({ name: text }) },
      }),
      openapi: "3.0.3",
    },
    both(object({ a: type(["string", "null"]), b: { anyOf: [ref("Owner"), type("null")] } }), {
      schemas: { Owner: object({ name: text }) },
    }),
  ],
  "OpenAPI 3.0 with a nullable enumeration": [
    { ...both(object({ a: { type: "string", nullable: true, enum: ["x", "y"] } })), openapi: "3.0.3" },
    both(object({ a: { type: ["string", "null"], enum: ["y", "x", null] } })),
  ],
  "exclusive limits of 3.0 and 3.1": [
    { ...both(object({ a: { type: "integer", minimum: 0, exclusiveMinimum: true } })), openapi: "3.0.3" },
    both(object({ a: { type: "integer", exclusiveMinimum: 0 } })),
  ],
  "integers from 1 on, or above 0": [
    both(object({ a: type("integer", { minimum: 1, maximum: 9 }) })),
    both(object({ a: type("integer", { exclusiveMinimum: 0, exclusiveMaximum: 10 }) })),
  ],
  "a bound that another goes beyond": [
    both(object({ a: type("number", { minimum: 1 }) })),
    both(object({ a: type("number", { minimum: 1, exclusiveMinimum: 0 }) })),
  ],
  "variants that are equal": [
    both(object({ a: { anyOf: [ref("Owner"), ref("Copy"), text] } }), { schemas: { Owner: owner, Copy: owner } }),
    both(object({ a: { anyOf: [text, ref("Owner")] } }), { schemas: { Owner: owner } }),
  ],
  "texts of one format beside any text": [
    both(object({ a: { anyOf: [type("string", { format: "uuid" }), text, type("null")] } })),
    both(object({ a: type(["string", "null"]) })),
  ],
  "a file in the words of 3.0 and 3.1": [
    both(object({ a: type("string", { format: "binary" }) })),
    both(object({ a: { contentMediaType: "application/octet-stream" } })),
  ],
  "the order of types": [both(object({ a: type(["string", "null"]) })), both(object({ a: type(["null", "string"]) }))],
  "one value by const or by enum": [
    both(object({ a: type("string", { const: "x" }) })),
    both(object({ a: type("string", { enum: ["x"] }) })),
  ],
  "an enumeration without its type": [
    both(object({ a: type("string", { enum: ["x", "y"] }) })),
    both(object({ a: { enum: ["x", "y"] } })),
  ],
  "an enumeration in parts": [
    both(object({ a: type("string", { enum: ["x", "y"] }) })),
    both(object({ a: { anyOf: [type("string", { const: "y" }), type("string", { const: "x" })] } })),
  ],
  "an object without its type": [both({ properties: { a: text } }), both(type("object", { properties: { a: text } }))],
  "integers that are numbers anyway": [
    both(object({ a: type(["integer", "number"]) })),
    both(object({ a: type("number") })),
  ],
  "limits that every value keeps": [both(object({ a: text })), both(object({ a: type("string", { minLength: 0 }) }))],
  "additional properties, said or not": [
    returns(type("object", { properties: { a: text } })),
    returns(type("object", { properties: { a: text }, additionalProperties: true })),
  ],
  "the order of variants": [
    both({ oneOf: [object({ a: { const: 1 } }), object({ b: text }), type("string", { format: "uuid" })] }),
    both({ oneOf: [type("string", { format: "uuid" }), object({ b: text }), object({ a: { const: 1 } })] }),
  ],
  "the order of keys, required and enum": [
    both({ type: "object", required: ["a", "b"], properties: { a: text, b: type("string", { enum: ["x", "y"] }) } }),
    both({ properties: { b: type("string", { enum: ["y", "x"] }), a: text }, required: ["b", "a"], type: "object" }),
  ],
  "the order of paths, operations and statuses": [
    api({
      paths: {
        "/a": { get: { operationId: "getA", responses: { "200": ok, "404": ok } } },
        "/b": { get: { operationId: "getB", responses: { "200": ok } }, put: { operationId: "putB", responses: {} } },
      },
    }),
    api({
      paths: {
        "/b": { put: { operationId: "putB", responses: {} }, get: { operationId: "getB", responses: { "200": ok } } },
        "/a": { get: { operationId: "getA", responses: { "404": ok, "200": ok } } },
      },
    }),
  ],
  "parameters of the path item": [
    api({ paths: { "/a": { get: { operationId: "getA", parameters: [query("q")], responses: { "200": ok } } } } }),
    api({ paths: { "/a": { parameters: [query("q")], get: { operationId: "getA", responses: { "200": ok } } } } }),
  ],
  "parameters, bodies, responses and headers as components": [
    operation({
      parameters: [query("q")],
      requestBody: { content: { "application/json": { schema: text } } },
      responses: { "200": { ...ok, headers: { "X-A": { schema: text } } } },
    }),
    operation(
      {
        parameters: [{ $ref: "#/components/parameters/Q" }],
        requestBody: { $ref: "#/components/requestBodies/Body" },
        responses: { "200": { $ref: "#/components/responses/Done" } },
      },
      {
        parameters: { Q: query("q") },
        requestBodies: { Body: { content: { "application/json": { schema: text } } } },
        responses: { Done: { ...ok, headers: { "X-A": { $ref: "#/components/headers/A" } } } },
        headers: { A: { schema: text } },
      },
    ),
  ],
  "the order of parameters": [
    operation({ parameters: [query("a"), query("b")] }),
    operation({ parameters: [query("b"), query("a")] }),
  ],
  "the spread of a single value": [
    operation({ parameters: [query("a")] }),
    operation({ parameters: [{ ...query("a"), explode: false }] }),
  ],
  "the usual style, said or not": [
    operation({ parameters: [query("a")] }),
    operation({ parameters: [{ ...query("a"), style: "form", explode: true, required: false }] }),
  ],
  "a media type in another case, and with the usual charset": [
    operation({ requestBody: { content: { "application/json; charset=utf-8": { schema: text } } } }),
    operation({ requestBody: { content: { "Application/JSON": { schema: text } } } }),
  ],
  "security of the whole, or of each operation": [
    operation({ security: [{ token: [] }] }, { securitySchemes: { token: { type: "http", scheme: "bearer" } } }),
    operation({}, { securitySchemes: { token: { type: "http", scheme: "Bearer" } } }, { security: [{ token: [] }] }),
  ],
  "a security scheme with another name, but the same credential": [
    operation(
      { security: [{ token: [] }] },
      { securitySchemes: { token: { type: "http", scheme: "bearer", "x-sdk-name": "jwtAuth" } } },
    ),
    operation(
      { security: [{ jwt: [] }] },
      { securitySchemes: { jwt: { type: "http", scheme: "bearer", "x-sdk-name": "jwtAuth" } } },
    ),
  ],
  "a bearer token of OAuth 2": [
    operation({}, { securitySchemes: { token: { type: "http", scheme: "bearer" } } }),
    operation({}, { securitySchemes: { token: { type: "oauth2" } } }),
  ],
  "the order of ways to be allowed": [
    operation({ security: [{ a: [] }, { b: [] }] }, schemes()),
    operation({ security: [{ b: [] }, { a: [] }] }, schemes()),
  ],
  "an operationId in other signs that gives the same name": [
    api({ paths: { "/a": { get: { operationId: "list-notes", responses: { "200": ok } } } } }),
    api({ paths: { "/a": { get: { operationId: "listNotes", responses: { "200": ok } } } } }),
  ],
  "a slash behind the address of a server": [
    api({ servers: [{ url: "https://a.test" }] }),
    api({ servers: [{ url: "https://a.test/" }] }),
  ],
  "the order of credentials that are needed together": [
    operation({ security: [{ a: [], b: [] }] }, schemes()),
    operation({ security: [{ b: [], a: [] }] }, schemes()),
  ],
  "a further server that is not the first": [
    api({ servers: [{ url: "https://a.test" }] }),
    api({ servers: [{ url: "https://a.test" }, { url: "https://b.test" }] }),
  ],
  "the variables of a server": [
    api({ servers: [{ url: "https://{name}.test", variables: { name: { default: "a" } } }] }),
    api({ servers: [{ url: "https://a.test" }] }),
  ],
  "another version of the description": [
    api({ info: { title: "A", version: "1" } }),
    api({ info: { title: "A", version: "2" } }),
  ],
  "extensions of others": [takes(text), takes({ ...text, "x-internal": true })],
  "YAML and JSON": [
    JSON.stringify(both(object({ a: type("integer", { minimum: 1 }) }))),
    `openapi: 3.1.0
info: { title: Test, version: "1" }
paths:
  /notes:
    post:
      operationId: makeNote
      tags: [notes]
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/A" } } }
      responses:
        "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } }
components:
  schemas:
    A: { type: object, required: [a], properties: { a: { type: integer, minimum: 1 } } }
`,
  ],
  "a condition by a reference": [
    both(type("object", { patternProperties: { "^x-": text } })),
    both(type("object", { patternProperties: { "^x-": ref("Text") } }), { schemas: { Text: text } }),
  ],
};

function schemes(): Part {
  return {
    securitySchemes: { a: { type: "apiKey", in: "header", name: "A" }, b: { type: "apiKey", in: "header", name: "B" } },
  };
}

const renamed = (from: string, to: string): string => `breaking type-renamed: The type \`${from}\` is now \`${to}\``;
const removed = (name: string, equal?: string): string =>
  `breaking type-removed: The type \`${name}\` was removed${equal ? `; \`${equal}\` has the same fields` : ""}`;

/** What is reported of types, by what was refactored: in this direction, and in the other one. */
const TYPES: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  "an inline schema becomes a component": [[], [removed("Owner")]],
  "a component becomes an inline schema": [[removed("Owner")], []],
  "a component has another name": [[renamed("Owner", "User")], [renamed("User", "Owner")]],
  "a recursive component has another name": [[renamed("Node", "Tree")], [renamed("Tree", "Node")]],
  "two components refer to each other instead of one to itself": [
    [renamed("Node", "Even")],
    [renamed("Even", "Node"), removed("Odd", "Node")],
  ],
  "a reference leads through another": [[], [removed("Alias", "Owner")]],
  "an object is split by allOf": [[], [removed("A")]],
  "YAML and JSON": [[], [removed("A")]],
  "variants that are equal": [[removed("Copy", "Owner")], []],
  "a condition by a reference": [[], [removed("Text")]],
};

it.each(Object.entries(REFACTORINGS))(
  "reports nothing but types where %s, in either direction",
  async (what, [base, head]) => {
    const [forth = [], back = []] = TYPES[what] ?? [];
    expect((await diff(base, head)).map(lineOf)).toEqual(forth);
    expect((await diff(head, base)).map(lineOf)).toEqual(back);
  },
);
