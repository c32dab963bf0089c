import type { Schema } from "../document/openapi.ts";
import type { ResolveSchema } from "./schemas.ts";

/** A property of a request body that can be an argument by itself. */
export interface BodyProperty {
  /** The name on the wire. */
  readonly name: string;
  /** The value of `x-sdk-name`. */
  readonly sdkName: string | undefined;
  readonly required: boolean;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  /** Whether only the server sends it. */
  readonly readOnly: boolean;
}

/** Depth limit for schemas that contain themselves. */
const MAX_DEPTH = 16;

/**
 * Returns the properties of a plain object schema, including those of all parts of `allOf`. Returns undefined if the
 * schema has alternatives, is nullable, or allows additional properties.
 */
export function bodyProperties(resolve: ResolveSchema, node: Schema | undefined): BodyProperty[] | undefined {
  const properties = new Map<string, Schema>();
  const required = new Set<unknown>();
  if (!collect(resolve, node, { properties, required }, MAX_DEPTH)) return undefined;
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
