import type { Schema } from "../document/openapi.ts";
import type { ResolveSchema } from "./schemas.ts";

/** A property of a request body, where all of its properties can stand among the arguments. */
export interface BodyProperty {
  /** The name on the wire. */
  readonly name: string;
  /** The name that the description gives it in clients. */
  readonly sdkName: string | undefined;
  readonly required: boolean;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  /** Only the server sends it. */
  readonly readOnly: boolean;
}

/** Deeper than any sound schema; a schema that consists of itself ends here. */
const MOST_LEVELS = 16;

/**
 * The properties of a schema, if it is a plain object: nothing but named properties, its own or those
 * of all the parts of `allOf`. What has alternatives, may be null, or takes properties of any name is no plain object.
 */
export function bodyProperties(resolve: ResolveSchema, node: Schema | undefined): BodyProperty[] | undefined {
  const properties = new Map<string, Schema>();
  const required = new Set<unknown>();
  if (!collect(resolve, node, { properties, required }, MOST_LEVELS)) return undefined;
  const all = [...properties].map(([name, property]) => {
    const schema = resolve(property);
    return {
      name,
      sdkName: property["x-sdk-name"] ?? schema?.["x-sdk-name"],
      required: required.has(name),
      description: property.description ?? schema?.description,
      deprecated: (property.deprecated ?? schema?.deprecated) === true,
      readOnly: (property.readOnly ?? schema?.readOnly) === true,
    };
  });
  return all.length > 0 ? all : undefined;
}

interface Collected {
  readonly properties: Map<string, Schema>;
  readonly required: Set<unknown>;
}

function collect(resolve: ResolveSchema, node: Schema | undefined, into: Collected, levels: number): boolean {
  const schema = resolve(node);
  if (!schema || levels === 0) return false;
  const { type = "object", allOf = [], additionalProperties = false } = schema;
  if (String(type) !== "object" || schema.nullable || additionalProperties !== false) return false;
  if (schema.anyOf ?? schema.oneOf ?? schema.patternProperties ?? schema.discriminator) return false;
  for (const [name, property] of Object.entries(schema.properties ?? {})) into.properties.set(name, property);
  for (const name of Array.isArray(schema.required) ? schema.required : []) into.required.add(name);
  return Array.isArray(allOf) && allOf.every((part) => collect(resolve, part, into, levels - 1));
}
