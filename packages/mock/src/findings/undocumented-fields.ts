import { itemOf, partsOf, propertyOf, type Resolve, type Schema } from "./schema.ts";

/** The path to a value in a body: names of fields and indexes. */
export type Path = readonly (string | number)[];

/**
 * Lists the fields of a value that its schema does not name. Prism allows them, since JSON Schema does.
 *
 * The fields of an open object are not listed: one whose schema names no fields, or whose `additionalProperties` allow
 * more.
 */
export function undocumentedFields(value: unknown, schema: Schema | boolean | undefined, resolve: Resolve): Path[] {
  return walk(value, [schema], [], resolve);
}

function walk(
  value: unknown,
  schemas: readonly (Schema | boolean | undefined)[],
  path: Path,
  resolve: Resolve,
): Path[] {
  if (typeof value !== "object" || value === null) return [];
  const parts = schemas.flatMap((schema) => partsOf(schema, resolve));
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => walk(item, itemOf(parts, index), [...path, index], resolve));
  }
  const open = isOpen(parts);
  return Object.entries(value).flatMap(([name, child]) => {
    const known = propertyOf(parts, name);
    if (known.length === 0) return open ? [] : [[...path, name]];
    return walk(child, known, [...path, name], resolve);
  });
}

function isOpen(parts: readonly Schema[]): boolean {
  const namesNone = parts.every(({ properties, patternProperties }) => !properties && !patternProperties);
  const closed = parts.some((part) => part.additionalProperties === false || part.unevaluatedProperties === false);
  return (namesNone && !closed) || parts.some((part) => Boolean(part.additionalProperties));
}
