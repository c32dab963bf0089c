import type { Schema } from "../../document/openapi.ts";

/** The types of JSON Schema, and `any` for no restriction. */
export type JsonType = "any" | "object" | "array" | "string" | "number" | "integer" | "boolean" | "null";

/** Schemas that must all hold of a value, such as the parts of an `allOf`. */
export type Conjunction = readonly Schema[];

/** A property of an object. */
export interface Property {
  readonly schemas: Conjunction;
  readonly required: boolean;
}

/**
 * One way to be valid: values of one type, with their restrictions. A schema is the union of its branches, whatever
 * keywords it is written with: `type: [string, "null"]`, `nullable` and `anyOf` with null are the same two branches.
 */
export interface Branch {
  readonly type: JsonType;
  /** The only values that are allowed. */
  readonly values: readonly unknown[] | undefined;
  /** Limits by keyword; those that have no size, such as `pattern`, as sorted lists. */
  readonly limits: ReadonlyMap<string, unknown>;
  readonly properties: ReadonlyMap<string, Property>;
  /** Properties of any other name; undefined if the schema does not restrict them. */
  readonly additional: boolean | Conjunction | undefined;
  /** The elements of an array. */
  readonly items: Conjunction | undefined;
  /** The first elements, each by its position. */
  readonly prefix: readonly Conjunction[];
  /** Keywords that are compared only for equality, such as `not`. */
  readonly conditions: ReadonlyMap<string, unknown>;
  /** Names of the component schemas that it came from, and titles: they tell it from other branches of its type. */
  readonly names: ReadonlySet<string>;
}

/** The schemas of additional properties, if they have any. */
export function additionalSchemas({ additional }: Pick<Branch, "additional">): Conjunction | undefined {
  return typeof additional === "boolean" ? undefined : additional;
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
