import { object, type Part, ref, returns, takes, type } from "../descriptions.ts";
import { type Case, note, text } from "./case.ts";

/** The same change of a schema in what callers send, and in what they get. */
function bothWays(
  what: string,
  before: unknown,
  after: unknown,
  sent: readonly string[],
  got: readonly string[],
): Case[] {
  return [
    { what: `${what}, in a request`, base: takes(before), head: takes(after), lines: sent },
    { what: `${what}, in a response`, base: returns(before), head: returns(after), lines: got },
  ];
}

/** The same of a property. */
function ofField(what: string, before: Part, after: Part, sent: readonly string[], got: readonly string[]): Case[] {
  return bothWays(what, object({ text: before }), object({ text: after }), sent, got);
}

export const schemas: readonly Case[] = [
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
    "a property that was removed",
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
    ["breaking type-changed: `makeNote` now takes `text` as `number` instead of `string`"],
    ["breaking type-changed: `makeNote` now returns `text` as `number` instead of `string`"],
  ),
  ...ofField(
    "a further type",
    text,
    type(["string", "integer"]),
    ["feature type-changed: `makeNote` now takes `text` as `string | number` instead of `string`"],
    ["breaking type-changed: `makeNote` now returns `text` as `string | number` instead of `string`"],
  ),
  ...ofField(
    "fractions as well",
    type("integer"),
    type("number"),
    ["feature type-changed: `makeNote` now takes `text` as `number` instead of `integer`"],
    ["breaking type-changed: `makeNote` now returns `text` as `number` instead of `integer`"],
  ),
  ...ofField(
    "null as well",
    text,
    type(["string", "null"]),
    ["feature null-changed: `makeNote` also takes null for `text`"],
    ["breaking null-changed: `makeNote` may return null for `text`"],
  ),
  ...ofField(
    "null no longer",
    type(["string", "null"]),
    text,
    ["breaking null-changed: `makeNote` no longer takes null for `text`"],
    ["feature null-changed: `makeNote` no longer returns null for `text`"],
  ),
  ...ofField(
    "nothing but null",
    type(["string", "null"]),
    type("null"),
    ["breaking type-changed: `makeNote` now takes `text` as `null` instead of `string | null`"],
    ["feature type-changed: `makeNote` now returns `text` as `null` instead of `string | null`"],
  ),
  ...ofField(
    "a new value",
    type("string", { enum: ["a"] }),
    type("string", { enum: ["a", "b"] }),
    ['feature enum-changed: `makeNote` also takes `"b"` for `text`'],
    ['breaking enum-changed: `makeNote` may also return `"b"` for `text`'],
  ),
  ...ofField(
    "one value less",
    type("string", { enum: ["a", "b"] }),
    type("string", { const: "a" }),
    ['breaking enum-changed: `makeNote` no longer takes `"b"` for `text`'],
    ['feature enum-changed: `makeNote` no longer returns `"b"` for `text`'],
  ),
  ...ofField(
    "only some values",
    text,
    type("string", { enum: ["a", "b"] }),
    ['breaking enum-changed: `makeNote` now takes only `"a"` and `"b"` for `text`'],
    ['feature enum-changed: `makeNote` now returns only `"a"` and `"b"` for `text`'],
  ),
  ...ofField(
    "any value",
    type("string", { enum: ["a"] }),
    text,
    ["feature enum-changed: `makeNote` now takes any string for `text`"],
    ["breaking enum-changed: `makeNote` may return any string for `text`"],
  ),
  ...ofField(
    "a greater minimum length",
    type("string", { minLength: 1 }),
    type("string", { minLength: 3 }),
    [
      "breaking limit-changed: `makeNote` now requires `text` to have at least 3 characters instead of at least 1 character",
    ],
    ["fix limit-changed: `text` of `makeNote` now has at least 3 characters"],
  ),
  ...ofField(
    "a greater maximum",
    type("integer", { maximum: 10 }),
    type("integer", { maximum: 20 }),
    ["feature limit-changed: `makeNote` now allows `text` to be at most 20 instead of at most 10"],
    ["fix limit-changed: `text` of `makeNote` is now at most 20"],
  ),
  ...ofField(
    "a pattern",
    text,
    type("string", { pattern: "^a" }),
    ["breaking limit-changed: `makeNote` now requires `text` to match `^a`"],
    ["fix limit-changed: `text` of `makeNote` now matches `^a`"],
  ),
  ...ofField(
    "no pattern",
    type("string", { pattern: "^a" }),
    text,
    ["feature limit-changed: `makeNote` no longer requires `text` to match `^a`"],
    ["fix limit-changed: `text` of `makeNote` need no longer match `^a`"],
  ),
  ...ofField(
    "a format",
    text,
    type("string", { format: "uuid" }),
    ["breaking format-changed: `makeNote` now takes `text` in the format `uuid`"],
    ["fix format-changed: `makeNote` now returns `text` in the format `uuid`"],
  ),
  ...ofField(
    "no format",
    type("string", { format: "uuid" }),
    text,
    ["feature format-changed: `makeNote` now takes `text` in any format instead of only `uuid`"],
    ["fix format-changed: `makeNote` now returns `text` in any format instead of only `uuid`"],
  ),
  ...ofField(
    "a wider format",
    type("integer", { format: "int32" }),
    type("integer", { format: "int64" }),
    ["feature format-changed: `makeNote` now takes `text` in the format `int64` instead of `int32`"],
    ["fix format-changed: `makeNote` now returns `text` in the format `int64` instead of `int32`"],
  ),
  ...ofField(
    "a file",
    text,
    type("string", { format: "binary" }),
    ["breaking format-changed: `makeNote` now takes `text` in the format `binary`"],
    ["breaking format-changed: `makeNote` now returns `text` in the format `binary`"],
  ),
  ...bothWays(
    "no other properties",
    note,
    { ...note, additionalProperties: false },
    ["breaking additional-properties-changed: `makeNote` no longer takes additional fields in the body"],
    ["fix additional-properties-changed: `makeNote` no longer returns additional fields in the result"],
  ),
  ...bothWays(
    "other properties of any type",
    { type: "object", additionalProperties: text },
    { type: "object", additionalProperties: true },
    ["feature additional-properties-changed: `makeNote` now takes additional fields of any type in the body"],
    ["breaking additional-properties-changed: `makeNote` now returns additional fields of any type in the result"],
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
    ["breaking variant-added: `makeNote` may also return an object with `kind` and `url` for the result"],
  ),
  ...bothWays(
    "one variant less",
    { oneOf: [object({ kind: { const: "a" } }), object({ kind: { const: "b" } })] },
    object({ kind: { const: "a" } }),
    [
      "breaking arguments-changed: The method `notes.makeNote` now takes the fields of the body instead of `body`",
      "breaking variant-removed: `makeNote` no longer takes an object with `kind` for the body",
    ],
    ["feature variant-removed: `makeNote` no longer returns an object with `kind` for the result"],
  ),
  ...bothWays(
    "a tuple of another length",
    type("array", { prefixItems: [text, text] }),
    type("array", { prefixItems: [text] }),
    ["breaking tuple-changed: `makeNote` now takes the body with 1 typed element instead of 2"],
    ["breaking tuple-changed: `makeNote` now returns the result with 1 typed element instead of 2"],
  ),
  ...bothWays(
    "a condition",
    note,
    { ...note, not: { required: ["folder"] } },
    ["breaking condition-changed: A condition on the body of `makeNote` was added (`not`)"],
    ["breaking condition-changed: A condition on the result of `makeNote` was added (`not`)"],
  ),
  ...ofField(
    "a default",
    text,
    type("string", { default: "a" }),
    ['fix default-changed: The default of `text` of `makeNote` is now `"a"`'],
    ['fix default-changed: The default of `text` of `makeNote` is now `"a"`'],
  ),
  ...ofField(
    "secrecy",
    text,
    type("string", { "x-sensitive": true }),
    ["fix sensitive-changed: `text` of `makeNote` is now kept out of errors and logs"],
    ["fix sensitive-changed: `text` of `makeNote` is now kept out of errors and logs"],
  ),
  ...ofField(
    "a deprecation",
    text,
    type("string", { deprecated: true }),
    ["feature deprecation-changed: `text` of `makeNote` is now deprecated"],
    ["feature deprecation-changed: `text` of `makeNote` is now deprecated"],
  ),
  ...ofField(
    "another description",
    text,
    type("string", { description: "What it says." }),
    ["documentation text-changed: `text` of `makeNote` is documented differently"],
    ["documentation text-changed: `text` of `makeNote` is documented differently"],
  ),
  ...ofField(
    "an example",
    text,
    type("string", { examples: ["Milk"] }),
    ["documentation example-changed: `text` of `makeNote` has different examples"],
    ["documentation example-changed: `text` of `makeNote` has different examples"],
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
    lines: [
      "breaking type-removed: The type `Lists` was removed",
      "breaking type-changed: `makeNote` now returns the result as `string` instead of `unknown[][][][]`",
    ],
  },
  ...ofField(
    "numbers from a bound on, which was left out",
    type("number", { exclusiveMinimum: 0 }),
    type("number", { minimum: 0 }),
    ["feature limit-changed: `makeNote` now allows `text` to be at least 0 instead of greater than 0"],
    ["fix limit-changed: `text` of `makeNote` is now at least 0"],
  ),
  ...ofField(
    "smaller steps",
    type("integer", { multipleOf: 4 }),
    type("integer", { multipleOf: 2 }),
    ["feature limit-changed: `makeNote` now allows `text` to be a multiple of 2 instead of a multiple of 4"],
    ["fix limit-changed: `text` of `makeNote` is now a multiple of 2"],
  ),
  ...ofField(
    "any text in place of texts of two formats",
    { anyOf: [type("string", { format: "email" }), type("string", { format: "uuid" })] },
    text,
    [
      "feature format-changed: `makeNote` now takes `text` in any format instead of only `email`",
      "feature format-changed: `makeNote` now takes `text` in any format instead of only `uuid`",
    ],
    [
      "fix format-changed: `makeNote` now returns `text` in any format instead of only `email`",
      "fix format-changed: `makeNote` now returns `text` in any format instead of only `uuid`",
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
      "breaking variant-added: `makeNote` may also return a number for `text`",
      "breaking variant-added: `makeNote` may also return an integer for `text`",
      "feature variant-removed: `makeNote` no longer returns a number for `text`",
    ],
  ),
  ...ofField(
    "a file in place of a text",
    text,
    type("string", { contentMediaType: "application/octet-stream" }),
    ["breaking format-changed: `makeNote` now takes `text` in the format `binary`"],
    ["breaking format-changed: `makeNote` now returns `text` in the format `binary`"],
  ),
  ...ofField(
    "no elements after the first ones",
    type("array", { prefixItems: [text] }),
    type("array", { prefixItems: [text], items: false }),
    ["breaking type-changed: `makeNote` now takes `text[]` as `never` instead of `unknown`"],
    ["feature type-changed: `makeNote` now returns `text[]` as `never` instead of `unknown`"],
  ),
  ...bothWays(
    "a property that cannot be there",
    object({ text, "folder?": type("integer") }),
    object({ text, "folder?": false, "tag?": true }),
    [
      "breaking type-changed: `makeNote` now takes `folder` as `never` instead of `number`",
      "feature property-added: `makeNote` also takes `tag`",
    ],
    [
      "feature property-added: `makeNote` also returns `tag`",
      "feature type-changed: `makeNote` now returns `folder` as `never` instead of `number`",
    ],
  ),
  ...bothWays(
    "a new property unlike the others that could have any name",
    type("object", { additionalProperties: text }),
    type("object", { properties: { size: type("integer"), name: text }, additionalProperties: text }),
    [
      "breaking type-changed: `makeNote` now takes `size` as `number` instead of `string`",
      "feature property-added: `makeNote` also takes `name`",
      "feature property-added: `makeNote` also takes `size`",
    ],
    [
      "breaking type-changed: `makeNote` now returns `size` as `number` instead of `string`",
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
