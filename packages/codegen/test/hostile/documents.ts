import fc from "fast-check";
import { slug } from "github-slugger";
import { PIECES } from "./pieces.ts";

const hostile = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(""));
/** Letters that are younger than github-slugger's list of them have no anchor that could be compared with ours. */
const known = fc
  .string({ unit: "binary", minLength: 1, maxLength: 1 })
  .filter((character) => !/[\p{Alphabetic}\p{M}\p{Nd}]/u.test(character) || slug(character) !== "");
const any = fc.oneof(
  { weight: 4, arbitrary: hostile },
  { weight: 1, arbitrary: fc.string({ unit: known, minLength: 1, maxLength: 8 }) },
);

/** Names of resources and their methods. */
const sdkNames = { "x-sdk-group": any, "x-sdk-method": any };

const schema = fc.oneof(
  fc.record({
    type: fc.constant("string"),
    enum: fc.array(any, { minLength: 1, maxLength: 3 }),
    description: any,
    default: any,
    example: any,
  }),
  fc.record({
    type: fc.constant("object"),
    title: any,
    properties: fc.dictionary(
      any,
      fc.record({ type: fc.constant("string"), format: any, description: any, "x-sdk-name": any }),
    ),
    required: fc.array(any, { maxLength: 2 }),
  }),
  fc.record({ const: any, "x-sensitive": fc.constant(true) }),
);
const parameter = fc.record({
  name: any,
  in: fc.constantFrom("path", "query", "header", "cookie"),
  description: any,
  required: fc.boolean(),
  style: any,
  schema,
  example: any,
  "x-sdk-name": any,
});
const operation = fc.record(
  {
    operationId: any,
    ...sdkNames,
    tags: fc.array(any, { maxLength: 2 }),
    summary: any,
    description: any,
    externalDocs: fc.record({ url: any, description: any }),
    parameters: fc.array(parameter, { maxLength: 3 }),
    requestBody: fc.record({
      description: any,
      required: fc.boolean(),
      content: fc.dictionary(any, fc.record({ schema, example: fc.oneof(any, fc.dictionary(any, any)) }), {
        maxKeys: 2,
      }),
    }),
    responses: fc.dictionary(
      fc.constantFrom("200", "404", "5XX", "default", "*/"),
      fc.record({
        description: any,
        headers: fc.dictionary(any, fc.record({ description: any }), { maxKeys: 2 }),
        content: fc.dictionary(any, fc.record({ schema }), { maxKeys: 2 }),
      }),
      { maxKeys: 3 },
    ),
    security: fc.array(fc.dictionary(any, fc.constant([]), { maxKeys: 2 }), { maxLength: 2 }),
    "x-sdk-pagination": fc.oneof(fc.constant(false), any, fc.record({ items: any, next: any })),
  },
  { requiredKeys: [] },
);
const scheme = fc.oneof(
  fc.record({
    type: fc.constant("http"),
    scheme: fc.constantFrom("bearer", "basic"),
    description: any,
    "x-sdk-name": any,
  }),
  fc.record({
    type: fc.constant("apiKey"),
    in: fc.constantFrom("header", "query", "cookie"),
    name: any,
    description: any,
    "x-sdk-prefix": any,
  }),
);
/** Descriptions whose texts try to become code. */
export const documents: fc.Arbitrary<object> = fc.record({
  openapi: fc.constantFrom("3.0.3", "3.1.0"),
  info: fc.record({ title: any, version: any }),
  servers: fc.array(
    fc.record({
      url: fc.oneof(
        any,
        any.map((text) => `https://api.test/${text}`),
      ),
    }),
    { maxLength: 1 },
  ),
  "x-sdk-pagination": fc.array(fc.oneof(any, fc.record({ items: any, offset: any, total: any })), { maxLength: 2 }),
  paths: fc.dictionary(
    any.map((text) => `/${text}`),
    fc.dictionary(fc.constantFrom("get", "put", "post", "delete"), operation, { maxKeys: 3 }),
    { minKeys: 1, maxKeys: 4 },
  ),
  components: fc.record({
    schemas: fc.dictionary(any, schema, { maxKeys: 3 }),
    securitySchemes: fc.dictionary(any, scheme, { maxKeys: 2 }),
  }),
});
