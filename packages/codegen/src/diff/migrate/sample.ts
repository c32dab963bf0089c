import { isObject } from "../../document/openapi.ts";
import type { Branch, Conjunction } from "../schema/branch.ts";
import type { Side } from "../side.ts";

/** The most levels of a value. */
const MAX_DEPTH = 6;

/** Stands for the contents of a file. */
export const FILE: unique symbol = Symbol("file");

/** Texts in the formats that servers check. */
const FORMATS: Readonly<Record<string, string>> = {
  "date-time": "2026-01-01T00:00:00Z",
  date: "2026-01-01",
  email: "user@example.com",
  uri: "https://example.com",
  url: "https://example.com",
  uuid: "3f2b8c1e-5d4a-4b6f-9a70-1c2d3e4f5a6b",
};

/**
 * Creates a value that callers could send, with its required fields and one other.
 *
 * @param path - the way to that field; empty for none
 * @param example - an example of the description, to take parts from
 */
export function sample(
  side: Side,
  schema: Conjunction,
  path: readonly string[],
  example?: unknown,
  levels: number = MAX_DEPTH,
): unknown {
  const { schemas } = side;
  // The example of a secret may be a real one.
  if (schemas.annotation(schema, "x-sensitive") === true || schemas.annotation(schema, "format") === "password")
    return "…";
  const branch = schemas.branches(schema).find(({ type }) => type !== "null");
  if (!branch || levels === 0) return null;
  if (branch.type === "object") return sampleObject(side, branch, path, example, levels);
  if (branch.type === "array") return sampleArray(side, branch, path, example, levels);
  const [value] = branch.values ?? [];
  const given = [example, schemas.annotation(schema, "example"), first(schemas.annotation(schema, "examples"))];
  return given.find((one) => isOf(one, branch)) ?? value ?? plainValue(branch);
}

function sampleObject(
  side: Side,
  { properties }: Branch,
  path: readonly string[],
  example: unknown,
  levels: number,
): Record<string, unknown> {
  const { schemas } = side;
  const [next, ...rest] = path;
  const shown = [...properties].filter(([name, property]) => {
    return name === next || (property.required && schemas.annotation(property.schemas, "readOnly") !== true);
  });
  const examples = isObject(example) ? example : {};
  const entries = shown.map(([name, property]) => {
    return [name, sample(side, property.schemas, name === next ? rest : [], examples[name], levels - 1)];
  });
  return Object.fromEntries(entries);
}

function sampleArray(
  side: Side,
  { items, limits }: Branch,
  path: readonly string[],
  example: unknown,
  levels: number,
): unknown[] {
  const [next, ...rest] = path;
  if (!items || !(next === "[]" || Number(limits.get("minItems") ?? 0) > 0 || Array.isArray(example))) return [];
  return [sample(side, items, next === "[]" ? rest : [], first(example), levels - 1)];
}

function isOf(value: unknown, { type, values, limits }: Branch): boolean {
  if (value === undefined || value === null || (values && !values.includes(value))) return false;
  if (type === "integer" || type === "number") return typeof value === "number";
  if (type === "string" && limits.get("format") === "binary") return false;
  return type === "any" || typeof value === type;
}

function plainValue({ type, limits }: Branch): unknown {
  if (type === "string" && limits.get("format") === "binary") return FILE;
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return limits.get("minimum") ?? 1;
  const format = String(limits.get("format") ?? "");
  return FORMATS[format] ?? "…";
}

const first = (list: unknown): unknown => (Array.isArray(list) ? list[0] : undefined);
