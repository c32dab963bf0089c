import fc from "fast-check";
import { expect, it } from "vitest";
import { diff, type Part, returns, takes } from "./descriptions.ts";

/** The keywords that schemas have here. */
interface Keywords {
  readonly type?: string | string[];
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly items?: Part;
  readonly properties?: Record<string, Part>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly Part[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly additionalProperties?: boolean | Part;
}

const name = fc.constantFrom("a", "b", "c");
const leaf = fc.constantFrom<Part>(
  { type: "string" },
  { type: "string", enum: ["x", "y"] },
  { type: "string", enum: ["x"] },
  { type: "string", minLength: 2 },
  { type: "integer" },
  { type: "number" },
  { type: "boolean" },
  { type: "number", minimum: 1 },
  { type: "number", exclusiveMinimum: 0 },
  { type: "integer", exclusiveMinimum: 0 },
  { type: "integer", minimum: 1, exclusiveMinimum: -1 },
  { type: ["string", "null"] },
  { type: ["integer", "string"] },
  {},
);
const { schema } = fc.letrec<{ schema: Part }>((tie) => ({
  schema: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc
      .dictionary(name, tie("schema"))
      .chain((properties) =>
        fc.subarray(Object.keys(properties)).map((required): Part => ({ type: "object", properties, required })),
      ),
    fc
      .tuple(fc.dictionary(name, tie("schema")), fc.oneof(fc.constant(false), leaf))
      .map(([properties, additionalProperties]): Part => {
        return { type: "object", properties, required: [], additionalProperties };
      }),
    tie("schema").map((items): Part => ({ type: "array", items })),
    fc.tuple(tie("schema"), tie("schema")).map((oneOf): Part => ({ oneOf })),
  ),
}));

/** A schema, and the same with one part of it replaced by another, or made required or optional. */
const pair = fc.tuple(schema, schema, fc.nat(20), fc.boolean()).map(([before, part, position, isRequired]) => {
  const after = structuredClone({ schema: before });
  const places = placesIn(after);
  const [holder, key] = places[position % places.length] as readonly [Part, string];
  const node = holder[key] as Part;
  if (isRequired && node.type === "object") {
    const [first, ...others] = Object.keys(node.properties as Part);
    node.required = (node.required as string[]).length > 0 ? others.slice(1) : first === undefined ? [] : [first];
  } else holder[key] = part;
  return { before, after: after.schema as Part };
});

/** Where the schemas inside of a holder stand, its own among them. */
function placesIn(holder: Part, key = "schema"): (readonly [Part, string])[] {
  const { properties = {}, items, oneOf = [], additionalProperties } = holder[key] as Keywords;
  return [
    [holder, key],
    ...Object.keys(properties).flatMap((one) => placesIn(properties, one)),
    ...(typeof additionalProperties === "object" ? placesIn(holder[key] as Part, "additionalProperties") : []),
    ...(items ? placesIn(holder[key] as Part, "items") : []),
    ...oneOf.flatMap((_one, position) => placesIn(oneOf as unknown as Part, String(position))),
  ];
}

const SCALARS: Readonly<Record<string, readonly unknown[]>> = {
  string: ["x", "y", "long text", ""],
  integer: [0, 1, 7],
  number: [0, 0.5, 1, 1.5],
  boolean: [true, false],
  null: [null],
};

/** Values of a schema with the fields that it knows, as a typed program could send them. */
function values(schema: Part): unknown[] {
  const { type, enum: list, oneOf, items, properties = {}, required = [], additionalProperties } = schema as Keywords;
  if (oneOf) return oneOf.flatMap(values);
  if (type === undefined) return Object.values(SCALARS).flat();
  if (type === "array") return [[], ...values(items ?? {}).map((one) => [one])];
  if (type === "object") {
    const fields = Object.entries(properties).map(([key, one]) => [key, values(one)] as const);
    const whole = Object.fromEntries(fields.map(([key, some]) => [key, some[0]]));
    const least = Object.fromEntries(Object.entries(whole).filter(([key]) => required.includes(key)));
    // Of any name that has no schema of its own, so that properties come and go among them.
    const names = ["a", "b", "other"].filter((key) => !Object.hasOwn(properties, key));
    const others = typeof additionalProperties === "object" ? values(additionalProperties) : [];
    return [
      least,
      whole,
      ...others.flatMap((one) => names.map((key) => ({ ...whole, [key]: one }))),
      ...fields.flatMap(([key, some]) => some.map((one) => ({ ...whole, [key]: one }))),
    ];
  }
  const all = [type].flat().flatMap((one) => SCALARS[one] ?? []);
  return all.filter((value) => isValid(schema, value, true) && (!list || list.includes(value)));
}

/** Whether a value is valid. What callers get is not held to limits, of which types know nothing. */
function isValid(schema: Part, value: unknown, withLimits: boolean): boolean {
  const { type, enum: list, oneOf, items, properties = {}, required = [], additionalProperties } = schema as Keywords;
  if (oneOf) return oneOf.some((one) => isValid(one, value, withLimits));
  if (type !== undefined && ![type].flat().some((one) => isOfType(value, one))) return false;
  if (list && !list.includes(value)) return false;
  if (withLimits && !isWithin(schema, value)) return false;
  if (Array.isArray(value)) return items === undefined || value.every((one) => isValid(items, one, withLimits));
  if (typeof value !== "object" || value === null) return true;
  if (required.some((key) => !Object.hasOwn(value, key))) return false;
  return Object.entries(value).every(([key, one]) => {
    const known = properties[key] ?? (typeof additionalProperties === "object" ? additionalProperties : {});
    if (withLimits && additionalProperties === false && !Object.hasOwn(properties, key)) return false;
    return isValid(known, one, withLimits);
  });
}

function isWithin({ minLength = 0, minimum = -1, exclusiveMinimum = -1 }: Keywords, value: unknown): boolean {
  if (typeof value === "string") return value.length >= minLength;
  return typeof value !== "number" || (value >= minimum && value > exclusiveMinimum);
}

function isOfType(value: unknown, type: string): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}

const isHarmless = (changes: Awaited<ReturnType<typeof diff>>): boolean =>
  !changes.some(({ level }) => level === "breaking");

it("reports a breaking change wherever a value that callers could send is rejected", async () => {
  let harmless = 0;
  const property = fc.asyncProperty(pair, async ({ before, after }) => {
    if (!isHarmless(await diff(takes(before), takes(after)))) return;
    harmless++;
    expect(values(before).filter((value) => !isValid(after, value, true))).toEqual([]);
  });
  await fc.assert(property, { numRuns: 400 });
  expect(harmless).toBeGreaterThan(40);
});

it("reports a breaking change wherever a response may hold a value that it could not hold before", async () => {
  let harmless = 0;
  const property = fc.asyncProperty(pair, async ({ before, after }) => {
    if (!isHarmless(await diff(returns(before), returns(after)))) return;
    harmless++;
    expect(values(after).filter((value) => !isValid(before, value, false))).toEqual([]);
  });
  await fc.assert(property, { numRuns: 400 });
  expect(harmless).toBeGreaterThan(40);
});
