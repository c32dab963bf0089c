import { expect, it } from "vitest";
import { resolvePointer } from "../../src/document/openapi.ts";
import { CASES } from "./cases/index.ts";
import { api, diff, object, type Part, ref, returns, type } from "./descriptions.ts";

it("points into the head, or into the base for what was removed", async () => {
  const lost: string[] = [];
  for (const { what, base, head } of Object.values(CASES).flat()) {
    for (const { pointer, rule } of await diff(base, head)) {
      const found = [head, base].some((one) => resolvePointer(one, pointer) !== undefined);
      if (!found) lost.push(`${what}: ${rule} ${pointer}`);
    }
  }
  expect(lost).toEqual([]);
});

it("points to the component that holds what changed, whoever refers to it", async () => {
  const text = type("string");
  const nested = (fields: Part): Part =>
    returns(object({ notes: type("array", { items: ref("Note") }) }), { schemas: { Note: object(fields) } });
  const [change] = await diff(nested({ text }), nested({ text, color: text }));
  expect(change).toMatchObject({
    pointer: "#/components/schemas/Note/properties/color",
    operationId: "makeNote",
    operations: ["makeNote"],
    message: "`makeNote` also returns `notes[].color`",
  });
});

it("names all operations that a change concerns", async () => {
  const ok = (schema: Part): Part => ({ "200": { description: "A.", content: { "application/json": { schema } } } });
  const described = (fields: Part): Part =>
    api({
      paths: Object.fromEntries(
        ["a", "b", "c", "d", "e"].map((id) => [`/${id}`, { get: { operationId: id, responses: ok(ref("Note")) } }]),
      ),
      components: { schemas: { Note: object(fields) } },
    });
  const changes = await diff(described({}), described({ id: type("integer") }));
  expect(changes).toEqual([
    {
      level: "feature",
      rule: "property-added",
      message: "`a`, `b`, `c` and 2 more also return `id`",
      pointer: "#/components/schemas/Note/properties/id",
      operations: ["a", "b", "c", "d", "e"],
    },
  ]);
});

it("escapes texts of a description that would end the code or the line of a message", async () => {
  const described = (fields: Part): Part => returns(object(fields));
  const [change] = await diff(described({}), described({ "a`\n# b": type("string") }));
  expect(change?.message).toBe("`makeNote` also returns `a' # b`");
});

it("removes characters of a description that would act on a terminal", async () => {
  const none = api({});
  const summary = "Get\u001b[31m `it`\n\u202e\u0000 now.";
  const one = api({ paths: { "/a": { get: { operationId: "getA", summary, responses: {} } } } });
  expect((await diff(none, one)).map(({ message }) => message)).toContain("`getA` is new: Get[31m 'it' now");
});
