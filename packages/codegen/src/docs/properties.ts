import { dereference, isObject, type OpenApiDocument, type Schema } from "../document/openapi.ts";

/** A property of an object, as far as a person or an example is concerned. */
export interface Property {
  readonly name: string;
  /** As it stands there: its own words go before those of what it refers to. */
  readonly node: Schema;
  readonly required: boolean;
}

/** Deeper than any sound schema; a schema that consists of itself ends here. */
const MOST_LEVELS = 16;

/** The properties of a schema, its own and those of all the parts of `allOf`. */
export function propertiesOf(document: OpenApiDocument, node: Schema | undefined): Property[] {
  const nodes = new Map<string, Schema>();
  const required = new Set<unknown>();
  const collect = (part: Schema | undefined, levels: number): void => {
    const schema = dereference<Schema>(document, part);
    if (!schema || levels === 0) return;
    for (const one of listOf(schema.allOf)) collect(one as Schema, levels - 1);
    if (isObject(schema.properties)) {
      for (const [name, property] of Object.entries(schema.properties))
        if (isObject(property)) nodes.set(name, property);
    }
    for (const name of listOf(schema.required)) required.add(name);
  };
  collect(node, MOST_LEVELS);
  return [...nodes].map(([name, property]) => ({ name, node: property, required: required.has(name) }));
}

/** What should be a list, and comes from outside. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
