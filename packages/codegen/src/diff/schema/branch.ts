import type { Schema } from "../../document/openapi.ts";

/** The types of JSON, integers apart, and `any` for no restriction. */
export type JsonType = "any" | "object" | "array" | "string" | "number" | "integer" | "boolean" | "null";

/** What must all hold of a value: schemas that stand together, by `$ref` and `allOf` or in two parts of an `allOf`. */
export type Conjunction = readonly Schema[];

/** A property of an object. */
export interface Property {
  readonly schemas: Conjunction;
  readonly required: boolean;
}

/**
 * One way to be valid: a value of one type, with what is asked of it. A schema is the union of its branches, whatever
 * keywords it is written with: `type: [string, "null"]`, `nullable` and `anyOf` with null are the same two branches.
 */
export interface Branch {
  readonly type: JsonType;
  /** The only values that are allowed. */
  readonly values: readonly unknown[] | undefined;
  /** Limits, by keyword; those that allow no comparison of size (`pattern`) as sorted lists. */
  readonly limits: ReadonlyMap<string, unknown>;
  readonly properties: ReadonlyMap<string, Property>;
  /** Properties of any other name: absent where nothing is said about them. */
  readonly additional: boolean | Conjunction | undefined;
  /** The elements of an array. */
  readonly items: Conjunction | undefined;
  /** The first elements, each by its position. */
  readonly prefix: readonly Conjunction[];
  /** Keywords whose meaning is compared only as equal or not, such as `not`. */
  readonly conditions: ReadonlyMap<string, unknown>;
  /** Component schemas that it came from, and titles: what tells it from other branches of its type. */
  readonly names: ReadonlySet<string>;
}

/** A branch of a type without any restriction. */
export function plainBranch(type: JsonType): Branch {
  return {
    type,
    values: undefined,
    limits: new Map(),
    properties: new Map(),
    additional: undefined,
    items: undefined,
    prefix: [],
    conditions: new Map(),
    names: new Set(),
  };
}
