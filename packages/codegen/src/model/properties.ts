import { isObject, type Schema } from "../document/openapi.ts";
import { listOf } from "./lists.ts";
import type { ResolveSchema } from "./schemas.ts";

/** A property of an object. */
export interface PropertyModel {
  readonly name: string;
  readonly required: boolean;
  /** The unresolved node. Its own title and description override those of its reference. */
  readonly node: Schema;
}

/** Depth limit for schemas that contain themselves. */
const MAX_DEPTH = 16;

/** Returns the properties of a schema, including those of all parts of `allOf`. */
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
  collect(node, MAX_DEPTH);
  return [...nodes].map(([name, property]) => ({ name, required: required.has(name), node: property }));
}
