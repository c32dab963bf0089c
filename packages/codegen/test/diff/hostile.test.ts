import { expect, it } from "vitest";
import { diff, object, type Part, ref, returns, type } from "./descriptions.ts";

const text = type("string");
const levels = Array.from({ length: 40 }, (_, level) => level);

/** Components of which each refers to the next one twice. */
function ladder(step: (next: Part) => Part): Part {
  const schemas = Object.fromEntries(levels.map((level) => [`L${level}`, step(ref(`L${level + 1}`))]));
  return { schemas: { ...schemas, L40: object({ text }) } };
}

const LADDERS: Readonly<Record<string, (next: Part) => Part>> = {
  alternatives: (next) => ({ oneOf: [next, next] }),
  parts: (next) => ({ allOf: [next, next] }),
  properties: (next) => object({ one: next, other: next }),
  "elements and values": (next) => ({ type: ["array", "object"], items: next, additionalProperties: next }),
};

it.each(Object.entries(LADDERS))(
  "finishes with many levels of %s that each lead twice to the next",
  { timeout: 10_000 },
  async (_what, step) => {
    const base = returns(ref("L0"), ladder(step));
    const { schemas } = ladder(step) as { schemas: Part };
    const head = returns(ref("L0"), { schemas: { ...schemas, L40: object({ text, id: text }) } });
    expect((await diff(base, base)).length).toBe(0);
    expect(await diff(base, head)).toMatchObject([
      { rule: "property-added", pointer: "#/components/schemas/L40/properties/id" },
    ]);
  },
);

it("finishes with hundreds of alternatives in each part of an allOf", { timeout: 10_000 }, async () => {
  const many = (name: string): Part => ({
    oneOf: levels.flatMap((one) => levels.slice(0, 10).map((other) => object({ [`${name}${one}and${other}`]: text }))),
  });
  const base = returns({ allOf: [many("a"), many("b"), many("c")] });
  expect(await diff(base, base)).toEqual([]);
});

it("reports properties that are named like those of every object", async () => {
  const properties = JSON.parse('{"__proto__": {"type": "string"}, "constructor": {"type": "string"}}');
  const head = returns({ type: "object", properties });
  expect((await diff(returns({ type: "object", properties: {} }), head)).map(({ message }) => message)).toEqual([
    "`makeNote` also returns `__proto__`",
    "`makeNote` also returns `constructor`",
  ]);
});
