import { isFile } from "../../document/file-schema.ts";
import type { Schema } from "../../document/openapi.ts";
import type { Branch, JsonType } from "./branch.ts";

/** How two limits are compared: `least` and `most` by size, the others only for equality. */
export type LimitKind = "least" | "most" | "list" | "flag" | "format";

interface Limit {
  readonly kind: LimitKind;
  readonly types: readonly JsonType[];
}

const NUMBERS: readonly JsonType[] = ["number", "integer"];

/** Keywords that limit values of some types (JSON Schema 2020-12, Validation, section 6). */
export const LIMITS: Readonly<Record<string, Limit>> = {
  minLength: { kind: "least", types: ["string"] },
  maxLength: { kind: "most", types: ["string"] },
  pattern: { kind: "list", types: ["string"] },
  contentEncoding: { kind: "list", types: ["string"] },
  contentMediaType: { kind: "list", types: ["string"] },
  format: { kind: "format", types: ["string", ...NUMBERS] },
  minimum: { kind: "least", types: NUMBERS },
  exclusiveMinimum: { kind: "least", types: NUMBERS },
  maximum: { kind: "most", types: NUMBERS },
  exclusiveMaximum: { kind: "most", types: NUMBERS },
  multipleOf: { kind: "list", types: NUMBERS },
  minItems: { kind: "least", types: ["array"] },
  maxItems: { kind: "most", types: ["array"] },
  uniqueItems: { kind: "flag", types: ["array"] },
  minProperties: { kind: "least", types: ["object"] },
  maxProperties: { kind: "most", types: ["object"] },
};

/** The limits that a schema sets for values of a type by its own keywords. */
export function limitsOf(schema: Schema, type: JsonType): Map<string, unknown> {
  const given = withFormat(withoutFlags(schema as Record<string, unknown>));
  const limits = new Map<string, unknown>();
  for (const [keyword, { kind, types }] of Object.entries(LIMITS)) {
    const value = given[keyword];
    if (value === undefined || (type !== "any" && !types.includes(type)) || saysNothing(keyword, value)) continue;
    limits.set(keyword, kind === "list" ? [value] : value);
  }
  return limits;
}

/** Writes a file as OpenAPI 3.0 does, by the format `binary`; 3.1 writes it by its media type (section 4.8.14.2). */
function withFormat(schema: Record<string, unknown>): Record<string, unknown> {
  if (!isFile(schema as Schema)) return schema;
  const { contentMediaType, ...others } = schema;
  const isAny = contentMediaType === undefined || contentMediaType === "application/octet-stream";
  return { ...others, format: "binary", ...(!isAny && { contentMediaType }) };
}

/** Writes exclusive limits as OpenAPI 3.1 does; 3.0 has `exclusiveMinimum: true` beside `minimum`. */
function withoutFlags(schema: Record<string, unknown>): Record<string, unknown> {
  const given = { ...schema };
  for (const [limit, flag] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    if (typeof given[flag] !== "boolean") continue;
    const isExclusive = given[flag];
    delete given[flag];
    if (!isExclusive) continue;
    given[flag] = given[limit];
    delete given[limit];
  }
  return given;
}

/** Whether a limit excludes no value; `format: password` says only that a value is secret. */
function saysNothing(keyword: string, value: unknown): boolean {
  if (keyword === "uniqueItems") return value !== true;
  if (keyword === "format") return value === "password";
  return /^min(Length|Items|Properties)$/.test(keyword) && value === 0;
}

/** The limit that holds where both hold. */
export function tightest(keyword: string, one: unknown, other: unknown): unknown {
  switch (LIMITS[keyword]?.kind) {
    case "least":
      return Math.max(Number(one), Number(other));
    case "most":
      return Math.min(Number(one), Number(other));
    case "list":
      return [...new Set([one, other].flat().map(String))].sort();
    default:
      return one;
  }
}

/** The end of a range of numbers. */
export interface Bound {
  readonly keyword: string;
  readonly value: number;
  readonly isExclusive: boolean;
}

/** The end of the range of a branch, by either keyword. For integers, `exclusiveMinimum: 0` is `minimum: 1`. */
export function boundOf({ type, limits }: Pick<Branch, "type" | "limits">, end: "least" | "most"): Bound | undefined {
  const [inclusive, exclusive] =
    end === "least" ? (["minimum", "exclusiveMinimum"] as const) : (["maximum", "exclusiveMaximum"] as const);
  const [one, other] = [inclusive, exclusive].flatMap((keyword): Bound[] => {
    if (!limits.has(keyword)) return [];
    const [value, isExclusive] = [Number(limits.get(keyword)), keyword === exclusive];
    if (!isExclusive || type !== "integer" || !Number.isInteger(value)) return [{ keyword, value, isExclusive }];
    return [{ keyword: inclusive, value: value + (end === "least" ? 1 : -1), isExclusive: false }];
  });
  return one && other && allowsLess(other, one, end) ? other : one;
}

/** Whether a bound allows fewer numbers than another one. */
export function allowsLess(one: Bound, other: Bound, end: "least" | "most"): boolean {
  if (one.value === other.value) return one.isExclusive && !other.isExclusive;
  return end === "least" ? one.value > other.value : one.value < other.value;
}
