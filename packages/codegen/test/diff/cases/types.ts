import { api, object, operation, type Part, ref, returns, takes, type } from "../descriptions.ts";
import { type Case, json, note, ok, path, query, text } from "./case.ts";

/** A supertype that is sent, and a subtype of it. */
const subtype = (own: Part): Part => {
  const discriminator = { propertyName: "kind", mapping: { list: "#/components/schemas/List" } };
  const Note = { ...object({ kind: text }), discriminator };
  return takes(ref("Note"), { schemas: { Note, List: { allOf: [ref("Note"), object(own)] } } });
};

const resultOf = (schema: Part): Part => ({ responses: { "200": { ...ok, content: json(schema) } } });

export const types: readonly Case[] = [
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
      "breaking discriminator-changed: The variants of the result of `makeNote` are now told apart by `type` (`a` and `b`) instead of `kind` (`a` and `b`)",
    ],
  },
  {
    what: "a variant whose name is on the wire, under another name",
    base: variants({ propertyName: "kind" }),
    head: variants({ propertyName: "kind" }, "C"),
    lines: [
      "breaking type-renamed: The type `B` is now `C`",
      "breaking discriminator-changed: The variants of the result of `makeNote` are now told apart by `kind` (`A` and `C`) instead of `kind` (`A` and `B`)",
    ],
  },
  {
    what: "a discriminator where there was none",
    base: variants(undefined),
    head: variants({ propertyName: "kind" }),
    lines: [
      "feature discriminator-changed: The variants of the result of `makeNote` are now told apart by `kind` (`A` and `B`)",
    ],
  },
  {
    what: "a component that nothing refers to, but whose type can be imported",
    base: operation({}, { schemas: { Note: object({ text, color: text }) } }),
    head: operation({}, { schemas: { Note: note } }),
    lines: ["breaking property-removed: The type `Note` no longer has `color`"],
  },
  {
    what: "a type with a new name",
    base: api({ paths: path("/a", "getA", resultOf(ref("Note"))), components: { schemas: { Note: note } } }),
    head: api({ paths: path("/a", "getA", resultOf(ref("Memo"))), components: { schemas: { Memo: note } } }),
    lines: ["breaking type-renamed: The type `Note` is now `Memo`"],
  },
  {
    what: "a type with a new name and a new field",
    base: api({ paths: path("/a", "getA", resultOf(ref("Note"))), components: { schemas: { Note: note } } }),
    head: api({
      paths: path("/a", "getA", resultOf(ref("Memo"))),
      components: { schemas: { Memo: object({ text, color: text }) } },
    }),
    lines: [
      "breaking type-renamed: The type `Note` is now `Memo`",
      "feature property-added: `getA` also returns `color`",
    ],
  },
  {
    what: "a type that was removed, although nothing changes in requests and responses",
    base: api({ paths: path("/a", "getA", resultOf(ref("Note"))), components: { schemas: { Note: note } } }),
    head: api({ paths: path("/a", "getA", resultOf(note)) }),
    lines: ["breaking type-removed: The type `Note` was removed"],
  },
  {
    what: "a type that was removed in favour of an equal one",
    base: api({ components: { schemas: { Note: note, Copy: note } } }),
    head: api({ components: { schemas: { Note: note } } }),
    lines: ["breaking type-removed: The type `Copy` was removed; `Note` has the same fields"],
  },
  {
    what: "a type that gives way to an operation's type of the same name",
    base: api({ components: { schemas: { GetAParams: note } } }),
    head: api({ paths: path("/a", "getA"), components: { schemas: { GetAParams: note } } }),
    lines: [
      "breaking type-renamed: The type `GetAParams` is now `GetAParams2`",
      "feature tag-added: There is a new module `notes`",
      "feature operation-added: `getA` is new",
    ],
  },
  {
    what: "a class that gives way to a type of the same name",
    base: api({ paths: path("/a", "getA") }),
    head: api({ paths: path("/a", "getA"), components: { schemas: { NotesResource: note } } }),
    lines: [
      "breaking resource-type-renamed: The type `NotesResource` is now `NotesResource2`",
      "feature type-added: There is a new type `NotesResource`",
    ],
  },
  {
    what: "a new type that nothing refers to",
    base: api({ components: { schemas: { Note: note } } }),
    head: api({ components: { schemas: { Note: note, Folder: object({ name: text }) } } }),
    lines: ["feature type-added: There is a new type `Folder`"],
  },
  {
    what: "a new type that comes with a new operation, which tells of it",
    base: api({ paths: path("/a", "getA") }),
    head: api({
      paths: { ...path("/a", "getA"), ...path("/b", "getB", resultOf(ref("Note"))) },
      components: { schemas: { Note: note } },
    }),
    lines: ["feature operation-added: `getB` is new"],
  },
  {
    what: "an operation with a new name, whose types follow it",
    base: api({ paths: path("/a", "getA", { parameters: [query("q")] }) }),
    head: api({ paths: path("/a", "readA", { parameters: [query("q")] }) }),
    lines: ["breaking operation-renamed: `getA` is now `readA`"],
  },
];

function variants(discriminator: Part | undefined, second = "B"): Part {
  const schema = { oneOf: [ref("A"), ref(second)], ...(discriminator && { discriminator }) };
  return returns(schema, {
    schemas: { A: object({ kind: text, a: text }), [second]: object({ kind: text, b: text }) },
  });
}

function shared(schema: Part): Part {
  const all = type("array", { items: ref("Note") });
  return api({
    paths: { ...path("/a", "getA", resultOf(ref("Note"))), ...path("/b", "getB", resultOf(all)) },
    components: { schemas: { Note: schema } },
  });
}
