import { componentName, isObject, type OpenApiDocument, type Schema } from "./openapi.ts";

/** Component schemas by the schemas that contain them. A recursive schema contains itself. */
export type Ingredients = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Finds the component schemas that each component schema contains through `$ref`, `allOf`, `anyOf` and `oneOf`, and with
 * `arrays` also through items. Properties do not count, because a type may refer to itself in a property.
 */
export function ingredients(document: OpenApiDocument, { arrays }: { readonly arrays: boolean }): Ingredients {
  const schemas = document.components?.schemas ?? {};
  const direct = new Map(Object.entries(schemas).map(([name, schema]) => [name, directIngredients(schema, arrays)]));
  return new Map([...direct.keys()].map((name) => [name, closure(name, direct)]));
}

/** The components that a schema refers to directly. */
export function directIngredients(schema: unknown, arrays: boolean): Set<string> {
  const found = new Set<string>();
  for (const part of parts(schema, arrays)) {
    const name = componentName(part);
    if (name !== undefined) found.add(name);
  }
  return found;
}

/** The schema and the inline schemas that it contains. */
export function* parts(schema: unknown, arrays: boolean): Generator<Schema> {
  if (!isObject(schema)) return;
  const node = schema as Schema;
  yield node;
  const items = arrays ? [node.items, node.prefixItems] : [];
  for (const part of [node.allOf, node.anyOf, node.oneOf, ...items].flat()) yield* parts(part, arrays);
}

function closure(name: string, direct: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [name];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    for (const next of direct.get(current) ?? []) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return found;
}
