import { isObject, type Schema } from "../document/openapi.ts";
import type { ResolveSchema } from "./schemas.ts";

/** Deeper than any sound schema; a schema that consists of itself ends here. */
const MOST_LEVELS = 16;

/** A property of a schema, however deep. */
export interface FoundProperty {
  /** The names on the way to it. */
  readonly path: readonly string[];
  readonly schema: Schema;
}

/**
 * Finds a property through `$ref`, `allOf`, and alternatives that all have it; null is no alternative.
 *
 * @param name Taken whole, so that it may hold dots, else as names with dots between them.
 */
export function findProperty(
  resolve: ResolveSchema,
  schema: Schema | undefined,
  name: string,
): FoundProperty | undefined {
  const whole = propertyOf(resolve, schema, name, MOST_LEVELS);
  if (whole) return { path: [name], schema: whole };
  const dot = name.indexOf(".", 1);
  if (dot < 0) return undefined;
  const [first, rest] = [name.slice(0, dot), name.slice(dot + 1)];
  const found = rest ? findProperty(resolve, propertyOf(resolve, schema, first, MOST_LEVELS), rest) : undefined;
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

/** The schema of the elements, if the schema is that of a list; `null` beside it is allowed. */
export function elementsOf(resolve: ResolveSchema, node: Schema | undefined): Schema | undefined {
  return search(resolve, node, MOST_LEVELS, ({ type, items }) => {
    // Where no type is written, none is generated either, and where there are others, a list is not all it can be.
    const types = [type].flat().filter((one) => one !== "null");
    return types.length === 1 && types[0] === "array" ? (items ?? {}) : undefined;
  });
}

/** What `look` finds in a schema, in a part of it, or in each of its alternatives. */
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
