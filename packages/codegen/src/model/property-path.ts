import { isObject, type Schema } from "../document/openapi.ts";
import type { ResolveSchema } from "./schemas.ts";

/** Depth limit for schemas that contain themselves. */
const MAX_DEPTH = 16;

/** A property at any depth of a schema. */
export interface FoundProperty {
  /** Names from the outermost property to this one. */
  readonly path: readonly string[];
  readonly schema: Schema;
}

/**
 * Finds a property through `$ref`, `allOf`, and alternatives that all have it. Ignores the alternative null.
 *
 * @param name - a name that may contain dots, or a dotted path
 */
export function findProperty(
  resolve: ResolveSchema,
  schema: Schema | undefined,
  name: string,
): FoundProperty | undefined {
  const whole = propertyOf(resolve, schema, name, MAX_DEPTH);
  if (whole) return { path: [name], schema: whole };
  const dot = name.indexOf(".", 1);
  if (dot < 0) return undefined;
  const [first, rest] = [name.slice(0, dot), name.slice(dot + 1)];
  const found = rest ? findProperty(resolve, propertyOf(resolve, schema, first, MAX_DEPTH), rest) : undefined;
  return found && { path: [first, ...found.path], schema: found.schema };
}

function propertyOf(
  resolve: ResolveSchema,
  node: Schema | undefined,
  name: string,
  levels: number,
): Schema | undefined {
  return search(resolve, node, levels, ({ properties }) => {
    const property = isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
    return isObject(property) ? property : undefined;
  });
}

/** Returns the schema of the elements of a list, which may be nullable. Returns undefined for other schemas. */
export function elementsOf(resolve: ResolveSchema, node: Schema | undefined): Schema | undefined {
  return search(resolve, node, MAX_DEPTH, ({ type, items }) => {
    // Without a type, the generated type is `unknown`. With several types, the value may be something else than a list.
    const types = [type].flat().filter((one) => one !== "null");
    return types.length === 1 && types[0] === "array" ? (items ?? {}) : undefined;
  });
}

/** Applies `look` to a schema, then to its `allOf` parts, then to its alternatives, which must all match. */
function search(
  resolve: ResolveSchema,
  node: Schema | undefined,
  levels: number,
  look: (schema: Schema) => Schema | undefined,
): Schema | undefined {
  const schema = resolve(node);
  if (!schema || levels === 0) return undefined;
  const inside = (part: Schema): Schema | undefined => search(resolve, part, levels - 1, look);
  const found = look(schema);
  if (found) return found;
  for (const part of listOf(schema.allOf)) {
    const inPart = inside(part);
    if (inPart) return inPart;
  }
  for (const alternatives of [schema.anyOf, schema.oneOf]) {
    const inEach = listOf(alternatives)
      .filter((one) => resolve(one)?.type !== "null")
      .map(inside);
    if (inEach.every(Boolean) && inEach[0]) return inEach[0];
  }
  return undefined;
}

function listOf(schemas: Schema[] | undefined): Schema[] {
  return Array.isArray(schemas) ? schemas : [];
}
