import { isObject, type Schema } from "../document/openapi.ts";
import { listOf } from "./lists.ts";
import type { ResolveSchema } from "./schemas.ts";

/** A property of an object. */
export interface PropertyModel {
  readonly name: string;
  readonly required: boolean;
  /** As it stands there: its own words go before those of what it refers to. */
  readonly node: Schema;
}

/** Deeper than any sound schema; a schema that consists of itself ends here. */
const MOST_LEVELS = 16;

/** The properties of a schema, its own and those of all the parts of `allOf`. */
export function propertiesOf(resolve: ResolveSchema, node: Schema | undefined): PropertyModel[] {
  const nodes = new Map<string, Schema>();
  const required = new Set<unknown>();
  const collect = (part: Schema | undefined, levels: number): void => {
    const schema = resolve(part);
    if (!schema || levels === 0) return;
    for (const inner of listOf(schema.allOf)) collect(inner as Schema, levels - 1);
    if (isObject(schema.properties)) {
      for (const [name, property] of Object.entries(schema.properties))
        if (isObject(property)) nodes.set(name, property);
    }
    for (const name of listOf(schema.required)) required.add(name);
  };
  collect(node, MOST_LEVELS);
  return [...nodes].map(([name, property]) => ({ name, required: required.has(name), node: property }));
}
