import { api, object, operation, type Part, ref, returns, takes, type } from "../descriptions.ts";
import { type Case, json, note, ok, path, text } from "./case.ts";

/** A supertype that is sent, and a subtype of it. */
const subtype = (own: Part): Part => {
  const discriminator = { propertyName: "kind", mapping: { list: "#/components/schemas/List" } };
  const Note = { ...object({ kind: text }), discriminator };
  return takes(ref("Note"), { schemas: { Note, List: { allOf: [ref("Note"), object(own)] } } });
};

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
