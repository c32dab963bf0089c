import { api, object, operation, type Part, ref, returns, takes, type } from "./descriptions.ts";

/** Two descriptions, and every line that comparing them gives. */
export interface Case {
  readonly what: string;
  readonly base: Part;
  readonly head: Part;
  readonly lines: readonly string[];
}

const text = type("string");
const note = object({ text });
const ok = { description: "Done." };
const json = (schema: unknown): Part => ({ "application/json": { schema } });
const query = (name: string, rest: Part = {}): Part => ({ name, in: "query", schema: text, ...rest });
const key = (name: string, rest: Part = {}): Part => ({ type: "apiKey", in: "header", name, ...rest });

/** Two headers, of which these are always there. */
function twoHeaders(required: readonly string[]): Part {
  return Object.fromEntries(
    ["X-A", "X-B"].map((name) => [name, { schema: text, ...(required.includes(name) && { required: true }) }]),
  );
}

/** The same change of a schema in what callers send, and in what they get. */
function bothWays(
  what: string,
  before: unknown,
  after: unknown,
  sent: readonly string[],
  got: readonly string[],
): Case[] {
  return [
    { what: `${what}, sent`, base: takes(before), head: takes(after), lines: sent },
    { what: `${what}, got`, base: returns(before), head: returns(after), lines: got },
  ];
}

/** The same of a property. */
function ofField(what: string, before: Part, after: Part, sent: readonly string[], got: readonly string[]): Case[] {
  return bothWays(what, object({ text: before }), object({ text: after }), sent, got);
}

const schemas: readonly Case[] = [
  ...bothWays(
    "a new required property",
    note,
    object({ text, folder: type("integer") }),
    ["breaking property-added: `makeNote` now requires `folder`"],
    ["feature property-added: `makeNote` also returns `folder`"],
  ),
  ...bothWays(
    "a new optional property",
    note,
    object({ text, "folder?": type("integer") }),
    ["feature property-added: `makeNote` also takes `folder`"],
    ["feature property-added: `makeNote` also returns `folder`"],
  ),
  ...bothWays(
    "a property that is gone",
    object({ text, folder: type("integer") }),
    note,
    ["breaking property-removed: `makeNote` no longer takes `folder`"],
    ["breaking property-removed: `makeNote` no longer returns `folder`"],
  ),
  ...bothWays(
    "a property that is required now",
    object({ "text?": text }),
    note,
    ["breaking property-required: `makeNote` now requires `text`"],
    ["feature property-required: `makeNote` always returns `text`"],
  ),
  ...bothWays(
    "a property that is optional now",
    note,
    object({ "text?": text }),
    ["feature property-required: `makeNote` no longer requires `text`"],
    ["breaking property-required: `makeNote` may leave out `text`"],
  ),
  ...ofField(
    "another type",
    text,
    type("integer"),
    ["breaking type-changed: `makeNote` takes `text` as `number`; it was `string`"],
    ["breaking type-changed: `makeNote` returns `text` as `number`; it was `string`"],
  ),
  ...ofField(
    "a further type",
    text,
    type(["string", "integer"]),
    ["feature type-changed: `makeNote` takes `text` as `string | number`; it was `string`"],
    ["breaking type-changed: `makeNote` returns `text` as `string | number`; it was `string`"],
  ),
  ...ofField(
    "fractions as well",
    type("integer"),
    type("number"),
    ["feature type-changed: `makeNote` takes `text` as `number`; it was `integer`"],
    ["breaking type-changed: `makeNote` returns `text` as `number`; it was `integer`"],
  ),
  ...ofField(
    "null as well",
    text,
    type(["string", "null"]),
    ["feature null-changed: `makeNote` also takes null for `text`"],
    ["breaking null-changed: `makeNote` may give null for `text`"],
  ),
  ...ofField(
    "null no longer",
    type(["string", "null"]),
    text,
    ["breaking null-changed: `makeNote` no longer takes null for `text`"],
    ["feature null-changed: `makeNote` never gives null any more for `text`"],
  ),
  ...ofField(
    "nothing but null",
    type(["string", "null"]),
    type("null"),
    ["breaking type-changed: `makeNote` takes `text` as `null`; it was `string | null`"],
    ["feature type-changed: `makeNote` returns `text` as `null`; it was `string | null`"],
  ),
  ...ofField(
    "a new value",
    type("string", { enum: ["a"] }),
    type("string", { enum: ["a", "b"] }),
    ['feature enum-changed: `makeNote` also takes `"b"` for `text`'],
    ['breaking enum-changed: `makeNote` may also give `"b"` for `text`'],
  ),
  ...ofField(
    "a value less",
    type("string", { enum: ["a", "b"] }),
    type("string", { const: "a" }),
    ['breaking enum-changed: `makeNote` no longer takes `"b"` for `text`'],
    ['feature enum-changed: `makeNote` no longer returns `"b"` for `text`'],
  ),
  ...ofField(
    "only some values",
    text,
    type("string", { enum: ["a", "b"] }),
    ['breaking enum-changed: `makeNote` takes only `"a"` and `"b"` for `text`'],
    ['feature enum-changed: `makeNote` returns only `"a"` and `"b"` for `text`'],
  ),
  ...ofField(
    "any value",
    type("string", { enum: ["a"] }),
    text,
    ["feature enum-changed: `makeNote` takes any string for `text`"],
    ["breaking enum-changed: `makeNote` may give any string for `text`"],
  ),
  ...ofField(
    "a greater least length",
    type("string", { minLength: 1 }),
    type("string", { minLength: 3 }),
    ["breaking limit-changed: `makeNote` takes `text` only of at least 3 characters; it was of at least 1 character"],
    ["fix limit-changed: `text` of `makeNote` is of at least 3 characters"],
  ),
  ...ofField(
    "a greater most",
    type("integer", { maximum: 10 }),
    type("integer", { maximum: 20 }),
    ["feature limit-changed: `makeNote` takes `text` even up to 20; it was up to 10"],
    ["fix limit-changed: `text` of `makeNote` is up to 20"],
  ),
  ...ofField(
    "a pattern",
    text,
    type("string", { pattern: "^a" }),
    ["breaking limit-changed: `makeNote` takes `text` only of pattern `^a`"],
    ["fix limit-changed: `text` of `makeNote` is of pattern `^a`"],
  ),
  ...ofField(
    "no pattern",
    type("string", { pattern: "^a" }),
    text,
    ["feature limit-changed: `makeNote` takes `text` even if it is not of pattern `^a`"],
    ["fix limit-changed: `text` of `makeNote` is no longer of pattern `^a`"],
  ),
  ...ofField(
    "a format",
    text,
    type("string", { format: "uuid" }),
    ["breaking format-changed: `makeNote` takes `text` in the format `uuid`"],
    ["fix format-changed: `makeNote` returns `text` in the format `uuid`"],
  ),
  ...ofField(
    "no format",
    type("string", { format: "uuid" }),
    text,
    ["feature format-changed: `makeNote` takes `text` in no particular format; it was `uuid`"],
    ["fix format-changed: `makeNote` returns `text` in no particular format; it was `uuid`"],
  ),
  ...ofField(
    "a wider format",
    type("integer", { format: "int32" }),
    type("integer", { format: "int64" }),
    ["feature format-changed: `makeNote` takes `text` in the format `int64`; it was `int32`"],
    ["fix format-changed: `makeNote` returns `text` in the format `int64`; it was `int32`"],
  ),
  ...ofField(
    "a file",
    text,
    type("string", { format: "binary" }),
    ["breaking format-changed: `makeNote` takes `text` in the format `binary`"],
    ["breaking format-changed: `makeNote` returns `text` in the format `binary`"],
  ),
  ...bothWays(
    "no other properties",
    note,
    { ...note, additionalProperties: false },
    ["breaking additional-properties-changed: `makeNote` takes no other fields in the body"],
    ["fix additional-properties-changed: `makeNote` returns no other fields in the result"],
  ),
  ...bothWays(
    "other properties of any type",
    { type: "object", additionalProperties: text },
    { type: "object", additionalProperties: true },
    ["feature additional-properties-changed: `makeNote` takes any other fields in the body"],
    ["breaking additional-properties-changed: `makeNote` returns any other fields in the result"],
  ),
  ...bothWays(
    "a further variant",
    { oneOf: [object({ kind: { const: "a" } }), object({ kind: { const: "b" } })] },
    {
      oneOf: [
        object({ kind: { const: "a" } }),
        object({ kind: { const: "b" } }),
        object({ kind: { const: "c" }, url: text }),
      ],
    },
    ["feature variant-added: `makeNote` also takes an object with `kind` and `url` for the body"],
    ["breaking variant-added: `makeNote` may also give an object with `kind` and `url` for the result"],
  ),
  ...bothWays(
    "a variant less",
    { oneOf: [object({ kind: { const: "a" } }), object({ kind: { const: "b" } })] },
    object({ kind: { const: "a" } }),
    [
      "breaking arguments-changed: The method `notes.makeNote` takes the fields of the body, no longer `body`",
      "breaking variant-removed: `makeNote` no longer takes an object with `kind` for the body",
    ],
    ["feature variant-removed: `makeNote` no longer returns an object with `kind` for the result"],
  ),
  ...bothWays(
    "a tuple of another length",
    type("array", { prefixItems: [text, text] }),
    type("array", { prefixItems: [text] }),
    ["breaking tuple-changed: `makeNote` takes the body with 1 elements of their own types; it was 2"],
    ["breaking tuple-changed: `makeNote` returns the result with 1 elements of their own types; it was 2"],
  ),
  ...bothWays(
    "a condition",
    note,
    { ...note, not: { required: ["folder"] } },
    ["breaking condition-changed: The body of `makeNote` is under another condition (`not`)"],
    ["breaking condition-changed: The result of `makeNote` is under another condition (`not`)"],
  ),
  ...ofField(
    "a default",
    text,
    type("string", { default: "a" }),
    ['fix default-changed: The default of `text` of `makeNote` is `"a"`; it was nothing'],
    ['fix default-changed: The default of `text` of `makeNote` is `"a"`; it was nothing'],
  ),
  ...ofField(
    "secrecy",
    text,
    type("string", { "x-sensitive": true }),
    ["fix sensitive-changed: `text` of `makeNote` is kept out of errors and logs"],
    ["fix sensitive-changed: `text` of `makeNote` is kept out of errors and logs"],
  ),
  ...ofField(
    "a deprecation",
    text,
    type("string", { deprecated: true }),
    ["feature deprecation-changed: `text` of `makeNote` is deprecated"],
    ["feature deprecation-changed: `text` of `makeNote` is deprecated"],
  ),
  ...ofField(
    "other words",
    text,
    type("string", { description: "What it says." }),
    ["documentation text-changed: `text` of `makeNote` is described in other words"],
    ["documentation text-changed: `text` of `makeNote` is described in other words"],
  ),
  ...ofField(
    "an example",
    text,
    type("string", { examples: ["Milk"] }),
    ["documentation example-changed: `text` of `makeNote` has other examples"],
    ["documentation example-changed: `text` of `makeNote` has other examples"],
  ),
  {
    what: "a field deep inside",
    base: returns(object({ owner: object({ tags: type("array", { items: object({ name: text, color: text }) }) }) })),
    head: returns(object({ owner: object({ tags: type("array", { items: object({ name: text }) }) }) })),
    lines: ["breaking property-removed: `makeNote` no longer returns `owner.tags[].color`"],
  },
  {
    what: "text in place of a list of itself",
    base: returns(ref("Lists"), { schemas: { Lists: type("array", { items: ref("Lists") }) } }),
    head: returns(text),
    lines: ["breaking type-changed: `makeNote` returns the result as `string`; it was `unknown[][][][]`"],
  },
  ...ofField(
    "numbers from a bound on, which was left out",
    type("number", { exclusiveMinimum: 0 }),
    type("number", { minimum: 0 }),
    ["feature limit-changed: `makeNote` takes `text` even from 0 on; it was above 0"],
    ["fix limit-changed: `text` of `makeNote` is from 0 on"],
  ),
  ...ofField(
    "smaller steps",
    type("integer", { multipleOf: 4 }),
    type("integer", { multipleOf: 2 }),
    ["feature limit-changed: `makeNote` takes `text` even in steps of 2; it was in steps of 4"],
    ["fix limit-changed: `text` of `makeNote` is in steps of 2"],
  ),
  ...ofField(
    "any text in place of texts of two formats",
    { anyOf: [type("string", { format: "email" }), type("string", { format: "uuid" })] },
    text,
    [
      "feature format-changed: `makeNote` takes `text` in no particular format; it was `email`",
      "feature format-changed: `makeNote` takes `text` in no particular format; it was `uuid`",
    ],
    [
      "fix format-changed: `makeNote` returns `text` in no particular format; it was `email`",
      "fix format-changed: `makeNote` returns `text` in no particular format; it was `uuid`",
    ],
  ),
  ...ofField(
    "some numbers or any integer, in place of all from a bound on",
    type("number", { exclusiveMinimum: 0 }),
    { oneOf: [type("number", { minimum: 1 }), type("integer")] },
    [
      "breaking variant-removed: `makeNote` no longer takes a number for `text`",
      "feature variant-added: `makeNote` also takes a number for `text`",
      "feature variant-added: `makeNote` also takes an integer for `text`",
    ],
    [
      "breaking variant-added: `makeNote` may also give a number for `text`",
      "breaking variant-added: `makeNote` may also give an integer for `text`",
      "feature variant-removed: `makeNote` no longer returns a number for `text`",
    ],
  ),
  ...ofField(
    "a file in place of a text",
    text,
    type("string", { contentMediaType: "application/octet-stream" }),
    ["breaking format-changed: `makeNote` takes `text` in the format `binary`"],
    ["breaking format-changed: `makeNote` returns `text` in the format `binary`"],
  ),
  ...ofField(
    "no elements after the first ones",
    type("array", { prefixItems: [text] }),
    type("array", { prefixItems: [text], items: false }),
    ["breaking type-changed: `makeNote` takes `text[]` as `never`; it was `unknown`"],
    ["feature type-changed: `makeNote` returns `text[]` as `never`; it was `unknown`"],
  ),
  ...bothWays(
    "a property that cannot be there",
    object({ text, "folder?": type("integer") }),
    object({ text, "folder?": false, "tag?": true }),
    [
      "breaking type-changed: `makeNote` takes `folder` as `never`; it was `number`",
      "feature property-added: `makeNote` also takes `tag`",
    ],
    [
      "feature property-added: `makeNote` also returns `tag`",
      "feature type-changed: `makeNote` returns `folder` as `never`; it was `number`",
    ],
  ),
  ...bothWays(
    "a new property unlike the others that could have any name",
    type("object", { additionalProperties: text }),
    type("object", { properties: { size: type("integer"), name: text }, additionalProperties: text }),
    [
      "breaking type-changed: `makeNote` takes `size` as `number`; it was `string`",
      "feature property-added: `makeNote` also takes `name`",
      "feature property-added: `makeNote` also takes `size`",
    ],
    [
      "breaking type-changed: `makeNote` returns `size` as `number`; it was `string`",
      "feature property-added: `makeNote` also returns `name`",
      "feature property-added: `makeNote` also returns `size`",
    ],
  ),
  {
    what: "a property that only the server sends, where callers send",
    base: takes(note),
    head: takes(object({ text, "id?": type("integer", { readOnly: true }) })),
    lines: [],
  },
];

const parameters: readonly Case[] = [
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
    what: "a parameter that is gone",
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
    lines: ["breaking parameter-moved: `makeNote` sends `sort` in the header; it was the query"],
  },
  {
    what: "a parameter in another style",
    base: operation({ parameters: [query("sort", { schema: { type: "array", items: text } })] }),
    head: operation({ parameters: [query("sort", { explode: false, schema: { type: "array", items: text } })] }),
    lines: ["breaking parameter-style-changed: `makeNote` writes `sort` as `form`; it was `form, exploded`"],
  },
  {
    what: "a parameter of another type",
    base: operation({ parameters: [query("sort")] }),
    head: operation({ parameters: [query("sort", { schema: { type: "boolean" } })] }),
    lines: ["breaking type-changed: `makeNote` takes `sort` as `boolean`; it was `string`"],
  },
  {
    what: "a part of the path with another name",
    base: api({ paths: { "/notes/{id}": { get: { operationId: "getNote", responses: { "200": ok } } } } }),
    head: api({ paths: { "/notes/{noteId}": { get: { operationId: "getNote", responses: { "200": ok } } } } }),
    lines: ["breaking parameter-renamed: `getNote` takes `noteId` in place of `id`"],
  },
  {
    what: "what is said about a parameter",
    base: operation({ parameters: [query("sort")] }),
    head: operation({ parameters: [query("sort", { description: "By what.", deprecated: true, example: "name" })] }),
    lines: [
      "feature parameter-text-changed: `sort` of `makeNote` is deprecated",
      "documentation parameter-text-changed: `sort` of `makeNote` has other examples",
      "documentation parameter-text-changed: `sort` of `makeNote` is described in other words",
    ],
  },
];

const bodies: readonly Case[] = [
  {
    what: "a body that must be sent",
    base: operation({}),
    head: takes(note),
    lines: ["breaking body-added: `makeNote` now requires a body"],
  },
  {
    what: "a body that may be sent",
    base: operation({}),
    head: operation({ requestBody: { content: json(note) } }),
    lines: ["feature body-added: `makeNote` also takes a body"],
  },
  {
    what: "no body",
    base: takes(note),
    head: operation({}),
    lines: ["breaking body-removed: `makeNote` no longer takes a body"],
  },
  {
    what: "a body that may be left out",
    base: takes(note),
    head: operation({ requestBody: { content: json(note) } }),
    lines: [
      "breaking arguments-changed: The method `notes.makeNote` takes the body as `body`, no longer its fields",
      "feature body-required: `makeNote` no longer requires a body",
    ],
  },
  {
    what: "a body without a media type",
    base: takes(note),
    head: operation({ requestBody: { content: {} } }),
    lines: ["breaking body-removed: `makeNote` no longer takes a body"],
  },
  {
    what: "what is said about a body",
    base: operation({ requestBody: { content: json(text), description: "A." } }),
    head: operation({ requestBody: { content: json(text), description: "B." } }),
    lines: ["documentation body-text-changed: The body of `makeNote` is described in other words"],
  },
  {
    what: "a further media type",
    base: operation({ requestBody: { content: json(text) } }),
    head: operation({ requestBody: { content: { ...json(text), "text/csv": { schema: text } } } }),
    lines: ["feature media-type-added: `makeNote` also takes a body of `text/csv`"],
  },
  {
    what: "another media type",
    base: operation({ requestBody: { content: json(text) } }),
    head: operation({ requestBody: { content: { "text/csv": { schema: text } } } }),
    lines: [
      "breaking media-type-removed: `makeNote` no longer takes a body of `application/json`",
      "feature media-type-added: `makeNote` also takes a body of `text/csv`",
    ],
  },
  {
    what: "another first media type, of the same data",
    base: operation({ requestBody: { content: { ...json(text), "text/csv": { schema: text } } } }),
    head: operation({ requestBody: { content: { "text/csv": { schema: text }, ...json(text) } } }),
    lines: [
      "fix default-media-type-changed: Without a `contentType`, `makeNote` sends `text/csv`; it was `application/json`",
    ],
  },
  {
    what: "another first media type, of other data",
    base: operation({ requestBody: { content: json(note) } }),
    head: operation({ requestBody: { content: { "text/csv": { schema: text }, ...json(note) } } }),
    lines: [
      "breaking default-media-type-changed: Without a `contentType`, `makeNote` sends `text/csv`; it was `application/json`",
      "feature media-type-added: `makeNote` also takes a body of `text/csv`",
    ],
  },
  {
    what: "parts of a form in another encoding",
    base: operation({ requestBody: { content: { "multipart/form-data": { schema: type("object") } } } }),
    head: operation({
      requestBody: {
        content: { "multipart/form-data": { schema: type("object"), encoding: { a: { contentType: "text/csv" } } } },
      },
    }),
    lines: ["breaking encoding-changed: `makeNote` writes parts of `multipart/form-data` in another way"],
  },
  {
    what: "an example of a body",
    base: takes(text),
    head: operation({
      requestBody: { required: true, content: { "application/json": { schema: text, example: "a" } } },
    }),
    lines: ["documentation media-example-changed: The body of `makeNote` has other examples"],
  },
];

const responses: readonly Case[] = [
  {
    what: "a further failure",
    base: operation({ responses: { "204": ok } }),
    head: operation({ responses: { "204": ok, "409": { description: "Taken.", content: json(note) } } }),
    lines: ["feature status-added: `makeNote` may answer with status `409` as an error of its own"],
  },
  {
    what: "a failure of another body than that of all others",
    base: operation({ responses: { "204": ok, default: { ...ok, content: json(note) } } }),
    head: operation({ responses: { "204": ok, "409": ok, default: { ...ok, content: json(note) } } }),
    lines: ["breaking status-added: `makeNote` may answer with status `409`, with another error"],
  },
  {
    what: "a failure of another body than that of its range",
    base: operation({ responses: { "204": ok, "4XX": { ...ok, content: json(note) } } }),
    head: operation({ responses: { "204": ok, "409": ok, "4XX": { ...ok, content: json(note) } } }),
    lines: ["breaking status-added: `makeNote` may answer with status `409`, with another error"],
  },
  {
    what: "a success of another body than that of all answers",
    base: operation({ responses: { default: { ...ok, content: json(note) } } }),
    head: operation({ responses: { "204": ok, default: { ...ok, content: json(note) } } }),
    lines: ["breaking status-added: `makeNote` may answer with status `204`, with another result"],
  },
  {
    what: "a failure of the same body as all others",
    base: operation({ responses: { "204": ok, default: { ...ok, content: json(note) } } }),
    head: operation({
      responses: { "204": ok, "409": { ...ok, content: json(note) }, default: { ...ok, content: json(note) } },
    }),
    lines: ["feature status-added: `makeNote` may answer with status `409` as an error of its own"],
  },
  {
    what: "a header that may be missing, and one that is always there",
    base: operation({ responses: { "204": { ...ok, headers: twoHeaders(["X-A"]) } } }),
    head: operation({ responses: { "204": { ...ok, headers: twoHeaders(["X-B"]) } } }),
    lines: [
      "breaking header-required: `makeNote` may leave out the header `X-A` with status 204",
      "feature header-required: `makeNote` always returns the header `X-B` with status 204",
    ],
  },
  {
    what: "what is said about a header",
    base: operation({ responses: { "204": { ...ok, headers: { "X-A": { schema: text } } } } }),
    head: operation({ responses: { "204": { ...ok, headers: { "X-A": { schema: text, description: "A." } } } } }),
    lines: [
      "documentation header-text-changed: The header `X-A` of `makeNote` is described in other words with status 204",
    ],
  },
  {
    what: "a further success of the same body",
    base: operation({ responses: { "200": { ...ok, content: json(note) } } }),
    head: operation({ responses: { "200": { ...ok, content: json(note) }, "201": { ...ok, content: json(note) } } }),
    lines: ["feature status-added: `makeNote` may answer with status `201`"],
  },
  {
    what: "a further success of another body",
    base: operation({ responses: { "200": { ...ok, content: json(note) } } }),
    head: operation({ responses: { "200": { ...ok, content: json(note) }, "204": ok } }),
    lines: ["breaking status-added: `makeNote` may answer with status `204`, with another result"],
  },
  {
    what: "a status that is gone",
    base: operation({ responses: { "204": ok, "404": ok } }),
    head: operation({ responses: { "204": ok } }),
    lines: ["breaking status-removed: `makeNote` no longer documents status `404`"],
  },
  {
    what: "a field of an error",
    base: operation({ responses: { "204": ok, "404": { ...ok, content: json(note) } } }),
    head: operation({ responses: { "204": ok, "404": { ...ok, content: json(object({})) } } }),
    lines: ["breaking property-removed: `makeNote` no longer returns `text` with status 404"],
  },
  {
    what: "a result in another media type",
    base: returns(text),
    head: operation({ responses: { "200": { ...ok, content: { ...json(text), "text/csv": { schema: note } } } } }),
    lines: ["breaking media-type-added: `makeNote` may also return `text/csv`"],
  },
  {
    what: "a result in a further media type of the same data",
    base: returns(text),
    head: operation({
      responses: { "200": { ...ok, content: { ...json(text), "application/hal+json": { schema: text } } } },
    }),
    lines: ["feature media-type-added: `makeNote` may also return `application/hal+json`"],
  },
  {
    what: "no result any more",
    base: returns(text),
    head: operation({ responses: { "200": ok } }),
    lines: ["breaking response-body-changed: `makeNote` no longer returns a body with status 200"],
  },
  {
    what: "what is said about a response",
    base: operation({ responses: { "200": { description: "A." } } }),
    head: operation({ responses: { "200": { description: "B." } } }),
    lines: ["documentation response-text-changed: Status 200 of `makeNote` is described in other words"],
  },
  {
    what: "headers of a response",
    base: operation({ responses: { "200": { ...ok, headers: { "X-Old": { schema: text } } } } }),
    head: operation({ responses: { "200": { ...ok, headers: { "X-New": { schema: text } } } } }),
    lines: [
      "breaking header-removed: `makeNote` no longer returns the header `X-Old` with status 200",
      "feature header-added: `makeNote` also returns the header `X-New` with status 200",
    ],
  },
];

const headers: readonly Case[] = [
  {
    what: "a header of another type",
    base: operation({ responses: { "204": { ...ok, headers: { "X-Left": { schema: type("integer") } } } } }),
    head: operation({ responses: { "204": { ...ok, headers: { "x-left": { schema: text } } } } }),
    lines: ["breaking type-changed: `makeNote` returns `x-left` as `string`; it was `number`"],
  },
];

const path = (name: string, operationId: string, rest: Part = {}): Part => ({
  [name]: { get: { operationId, tags: ["notes"], responses: { "200": ok }, ...rest } },
});

const operations: readonly Case[] = [
  {
    what: "a new operation",
    base: api({ paths: path("/a", "getA") }),
    head: api({ paths: { ...path("/a", "getA"), ...path("/b", "getB", { summary: "Get a B." }) } }),
    lines: ["feature operation-added: `getB` is new: Get a B"],
  },
  {
    what: "an operation that is gone",
    base: api({ paths: { ...path("/a", "getA"), ...path("/b", "getB") } }),
    head: api({ paths: path("/a", "getA") }),
    lines: ["breaking operation-removed: `getB` is gone (`GET /b`)"],
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
    lines: ["breaking operation-moved: `getA` is sent to `GET /b`; it was `GET /a`"],
  },
  {
    what: "an operation of another method",
    base: api({ paths: { "/a": { put: { operationId: "setA", responses: { "204": ok } } } } }),
    head: api({ paths: { "/a": { patch: { operationId: "setA", responses: { "204": ok } } } } }),
    lines: ["breaking operation-moved: `setA` is sent to `PATCH /a`; it was `PUT /a`"],
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
    lines: ["breaking module-changed: `getB` is in the module `other`; it was in `notes`"],
  },
  {
    what: "a tag with another name",
    base: api({ tags: [{ name: "notes" }], paths: { ...path("/a", "getA"), ...path("/b", "getB") } }),
    head: api({
      tags: [{ name: "memos" }],
      paths: { ...path("/a", "getA", { tags: ["memos"] }), ...path("/b", "getB", { tags: ["memos"] }) },
    }),
    lines: ["breaking tag-renamed: The tag `notes` is named `memos`: the module `notes` is now `memos`"],
  },
  {
    what: "a new tag, and one that is gone",
    base: api({ paths: { ...path("/a", "getA"), ...path("/b", "getB", { tags: ["old"] }) } }),
    head: api({ paths: { ...path("/a", "getA"), ...path("/c", "getC", { tags: ["new"] }) } }),
    lines: [
      "breaking tag-removed: The module `old` is gone",
      "breaking operation-removed: `getB` is gone (`GET /b`)",
      "feature tag-added: There is a new module `new`",
      "feature operation-added: `getC` is new",
    ],
  },
  {
    what: "a deprecation",
    base: api({ paths: path("/a", "getA") }),
    head: api({ paths: path("/a", "getA", { deprecated: true }) }),
    lines: ["feature operation-deprecated: `getA` is deprecated"],
  },
  {
    what: "no deprecation any more",
    base: api({ paths: path("/a", "getA", { deprecated: true }) }),
    head: api({ paths: path("/a", "getA") }),
    lines: ["documentation operation-deprecated: `getA` is no longer deprecated"],
  },
  {
    what: "what is said about an operation",
    base: api({ paths: path("/a", "getA") }),
    head: api({ paths: path("/a", "getA", { summary: "Get an A." }) }),
    lines: ["documentation operation-text-changed: `getA` is described in other words"],
  },
  {
    what: "what is said about the whole, and a tag",
    base: api({ tags: [{ name: "notes" }], paths: path("/a", "getA") }),
    head: api({
      info: { title: "Other", version: "2" },
      tags: [{ name: "notes", description: "Notes." }],
      paths: path("/a", "getA"),
    }),
    lines: [
      "documentation general-text-changed: The API is described in other words",
      "documentation general-text-changed: The tag `notes` is described in other words",
    ],
  },
  {
    what: "another server",
    base: api({ servers: [{ url: "https://a.test" }], paths: path("/a", "getA") }),
    head: api({ servers: [{ url: "https://b.test" }], paths: path("/a", "getA") }),
    lines: ['fix server-changed: The address without a `baseUrl` is `"https://b.test"`; it was `"https://a.test"`'],
  },
  {
    what: "no server any more",
    base: api({ servers: [{ url: "https://a.test" }], paths: path("/a", "getA") }),
    head: api({ servers: [{ url: "/v1" }], paths: path("/a", "getA") }),
    lines: ['breaking server-changed: The address without a `baseUrl` is nothing; it was `"https://a.test"`'],
  },
  {
    what: "a server where there was none",
    base: api({ paths: path("/a", "getA") }),
    head: api({ servers: [{ url: "https://a.test" }], paths: path("/a", "getA") }),
    lines: ['feature server-changed: The address without a `baseUrl` is `"https://a.test"`; it was nothing'],
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
    lines: ["breaking arguments-changed: The method `notes.getA` takes `limit` in place of `pageSize`"],
  },
  {
    what: "pages",
    base: api({ paths: path("/a", "getA", list()) }),
    head: api({ paths: path("/a", "getA", list()), "x-sdk-pagination": [{ items: "results", next: "next" }] }),
    lines: ["feature pages-changed: `getA` has pages: `paginate` goes through them"],
  },
  {
    what: "no pages",
    base: api({ paths: path("/a", "getA", list()), "x-sdk-pagination": [{ items: "results", next: "next" }] }),
    head: api({
      paths: path("/a", "getA", { ...list(), "x-sdk-pagination": false }),
      "x-sdk-pagination": [{ items: "results", next: "next" }],
    }),
    lines: ["breaking pages-changed: `getA` has no pages any more: `paginate` does not take it"],
  },
];

function list(): Part {
  const page = object({ results: type("array", { items: text }), next: type(["string", "null"]) });
  return { responses: { "200": { ...ok, content: json(page) } } };
}

const twoKeys = { securitySchemes: { token: key("X-Token"), admin: key("X-Admin") } };
const secured = (security: unknown, components: Part = twoKeys): Part => operation({ security }, components);

const security: readonly Case[] = [
  {
    what: "a credential where none was needed",
    base: secured([]),
    head: secured([{ token: [] }]),
    lines: ["breaking security-changed: `makeNote` now needs `token`"],
  },
  {
    what: "no credential where one was needed",
    base: secured([{ token: [] }]),
    head: secured([]),
    lines: ["feature security-changed: `makeNote` needs no credential any more"],
  },
  {
    what: "another credential",
    base: secured([{ token: [] }]),
    head: secured([{ admin: [] }]),
    lines: ["breaking security-changed: `makeNote` no longer accepts `token`; it accepts `admin`"],
  },
  {
    what: "a further way",
    base: secured([{ token: [] }]),
    head: secured([{ admin: [] }, { token: [] }]),
    lines: ["feature security-changed: `makeNote` also accepts `admin`"],
  },
  {
    what: "a credential that was not needed",
    base: secured([{ token: [] }, {}]),
    head: secured([{}]),
    lines: ["fix security-changed: `makeNote` no longer sends `token`"],
  },
  {
    what: "two credentials at once",
    base: secured([{ token: [] }]),
    head: secured([{ token: [], admin: [] }]),
    lines: ["breaking security-changed: `makeNote` no longer accepts `token`; it accepts `token with admin`"],
  },
  {
    what: "a further scope",
    base: secured([{ token: ["read"] }]),
    head: secured([{ token: ["read", "write"] }]),
    lines: ["breaking security-changed: `makeNote` no longer accepts `token (read)`; it accepts `token (read, write)`"],
  },
  {
    what: "a new scheme, and one that is gone",
    base: operation({}, { securitySchemes: { token: key("X-Token") } }),
    head: operation({}, { securitySchemes: { admin: key("X-Admin") } }),
    lines: [
      "breaking scheme-removed: The credential `token` is gone",
      "feature scheme-added: There is a new credential `admin`",
    ],
  },
  {
    what: "a scheme that is sent otherwise",
    base: operation({}, { securitySchemes: { token: key("X-Token") } }),
    head: operation({}, { securitySchemes: { token: key("X-Other") } }),
    lines: ["breaking scheme-changed: The credential `token` is sent in another way"],
  },
  {
    what: "a credential with another name",
    base: secured([{ token: [] }], { securitySchemes: { token: key("X-Token") } }),
    head: secured([{ secret: [] }], { securitySchemes: { secret: key("X-Token") } }),
    lines: ["breaking credential-renamed: The credential `token` is now `secret`"],
  },
  {
    what: "what is said about a scheme",
    base: operation({}, { securitySchemes: { token: key("X-Token") } }),
    head: operation({}, { securitySchemes: { token: key("X-Token", { description: "A token." }) } }),
    lines: ["documentation scheme-text-changed: The credential `token` is described in other words"],
  },
];

const hook = (name: string, schema: Part, rest: Part = {}): Part =>
  api({
    webhooks: { [name]: { post: { requestBody: { content: json(schema) }, responses: { "204": ok }, ...rest } } },
  });

/** A webhook that is answered with this. */
const answered = (schema: Part): Part =>
  hook("note.made", note, { responses: { "200": { ...ok, content: json(schema) } } });

const webhooks: readonly Case[] = [
  {
    what: "a new field of a webhook",
    base: hook("note.made", note),
    head: hook("note.made", object({ text, id: text })),
    lines: ["feature property-added: The webhook `note.made` also sends `id`"],
  },
  {
    what: "a field less",
    base: hook("note.made", object({ text, id: text })),
    head: hook("note.made", note),
    lines: ["breaking property-removed: The webhook `note.made` no longer sends `id`"],
  },
  {
    what: "another webhook",
    base: hook("note.made", note),
    head: hook("note.gone", note),
    lines: [
      "breaking webhook-removed: The webhook `note.made` is gone",
      "feature webhook-added: There is a new webhook `note.gone`",
    ],
  },
  {
    what: "what is said about a webhook",
    base: hook("note.made", note),
    head: hook("note.made", note, { summary: "A note." }),
    lines: ["documentation webhook-text-changed: The webhook `note.made` is described in other words"],
  },
  {
    what: "other headers of a webhook",
    base: hook("note.made", note, { parameters: [query("webhook-id", { in: "header" })] }),
    head: hook("note.made", note, { parameters: [query("webhook-signature", { in: "header" })] }),
    lines: [
      "breaking webhook-parameter-removed: The webhook `note.made` no longer sends the header `webhook-id`",
      "feature webhook-parameter-added: The webhook `note.made` also sends the header `webhook-signature`",
    ],
  },
  {
    what: "a header of a webhook that may be missing",
    base: hook("note.made", note, { parameters: [query("webhook-id", { in: "header", required: true })] }),
    head: hook("note.made", note, { parameters: [query("webhook-id", { in: "header" })] }),
    lines: ["breaking webhook-parameter-required: The webhook `note.made` may leave out the header `webhook-id`"],
  },
  {
    what: "a header of a webhook of another type",
    base: hook("note.made", note, { parameters: [query("webhook-id", { in: "header" })] }),
    head: hook("note.made", note, {
      parameters: [query("Webhook-Id", { in: "header", schema: type("integer") })],
    }),
    lines: ["breaking type-changed: The webhook `note.made` sends `Webhook-Id` as `number`; it was `string`"],
  },
  {
    what: "another answer to a webhook",
    base: hook("note.made", note),
    head: hook("note.made", note, { responses: { "200": ok } }),
    lines: [
      "breaking webhook-answer-removed: The webhook `note.made` no longer takes `204` for an answer",
      "feature webhook-answer-added: The webhook `note.made` also takes `200` for an answer",
    ],
  },
  {
    what: "no body of a webhook",
    base: hook("note.made", note),
    head: hook("note.made", note, { requestBody: { content: {} } }),
    lines: ["breaking body-removed: The webhook `note.made` no longer sends a body"],
  },
  {
    what: "a field that receivers must answer with",
    base: answered(object({ "text?": text })),
    head: answered(note),
    lines: ["breaking property-required: The webhook `note.made` now requires `text`"],
  },
];

/** A supertype that is sent, and a subtype of it. */
const subtype = (own: Part): Part => {
  const discriminator = { propertyName: "kind", mapping: { list: "#/components/schemas/List" } };
  const Note = { ...object({ kind: text }), discriminator };
  return takes(ref("Note"), { schemas: { Note, List: { allOf: [ref("Note"), object(own)] } } });
};

const types: readonly Case[] = [
  {
    what: "a subtype that only a discriminator names",
    base: subtype({ "items?": text }),
    head: subtype({ items: text }),
    lines: ["breaking property-required: `makeNote` now requires `items`"],
  },
  {
    what: "a component that many use",
    base: shared(object({ text, color: text })),
    head: shared(note),
    lines: ["breaking property-removed: `getA` and `getB` no longer return `Note.color`"],
  },
  {
    what: "another property that variants are told apart by",
    base: variants({ propertyName: "kind", mapping: { a: ref("A").$ref, b: ref("B").$ref } }),
    head: variants({ propertyName: "type", mapping: { a: ref("A").$ref, b: ref("B").$ref } }),
    lines: [
      "breaking discriminator-changed: The variants of the result of `makeNote` are told apart by `type` (`a` and `b`); it was `kind` (`a` and `b`)",
    ],
  },
  {
    what: "a variant whose name is on the wire, under another name",
    base: variants({ propertyName: "kind" }),
    head: variants({ propertyName: "kind" }, "C"),
    lines: [
      "breaking discriminator-changed: The variants of the result of `makeNote` are told apart by `kind` (`A` and `C`); it was `kind` (`A` and `B`)",
    ],
  },
  {
    what: "a discriminator where there was none",
    base: variants(undefined),
    head: variants({ propertyName: "kind" }),
    lines: [
      "feature discriminator-changed: The variants of the result of `makeNote` are told apart by `kind` (`A` and `B`); it was nothing",
    ],
  },
  {
    what: "a component that nobody refers to, but its type can be imported",
    base: operation({}, { schemas: { Note: object({ text, color: text }) } }),
    head: operation({}, { schemas: { Note: note } }),
    lines: ["breaking property-removed: The type `Note` no longer has `color`"],
  },
];

function variants(discriminator: Part | undefined, second = "B"): Part {
  const schema = { oneOf: [ref("A"), ref(second)], ...(discriminator && { discriminator }) };
  return returns(schema, {
    schemas: { A: object({ kind: text, a: text }), [second]: object({ kind: text, b: text }) },
  });
}

function shared(schema: Part): Part {
  const result = (content: Part): Part => ({ responses: { "200": { ...ok, content: json(content) } } });
  const all = type("array", { items: ref("Note") });
  return api({
    paths: { ...path("/a", "getA", result(ref("Note"))), ...path("/b", "getB", result(all)) },
    components: { schemas: { Note: schema } },
  });
}

/** Every kind of change, by the part of the description that it is in. */
export const CASES: Readonly<Record<string, readonly Case[]>> = {
  schemas,
  parameters,
  bodies,
  responses,
  headers,
  operations,
  security,
  webhooks,
  types,
};
