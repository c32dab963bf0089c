import { isObject, type Schema } from "../document/openapi.ts";
import type { Media } from "./media.ts";
import type { ParameterModel } from "./parameters.ts";
import type { ResolveSchema } from "./schemas.ts";

/**
 * Returns the names of parameters, and of properties at any depth of bodies, with `x-sensitive: true` or
 * `format: password`. `*` stands for a whole body. The names are sorted, to be independent of the order in the description.
 *
 * @param parameters - parameters, reported under their argument names
 * @param bodies - media types of the request and of all responses
 */
export function sensitiveNames(
  resolve: ResolveSchema,
  parameters: readonly ParameterModel[],
  bodies: readonly Media[],
): string[] {
  const names = new Set<string>();
  // A shared schema is visited once for each property name, because its items have the same name.
  const seen = new Map<object, Set<string>>();

  const visit = (node: Schema | undefined, name: string): void => {
    const schema = resolve(node);
    if (!schema) return;
    if (isMarked(schema) || isMarked(node)) names.add(name);
    const under = seen.get(schema) ?? new Set();
    if (under.has(name)) return;
    seen.set(schema, under.add(name));
    for (const [property, child] of Object.entries(schema.properties ?? {})) visit(child, property);
    for (const child of [schema.items, schema.additionalProperties]) if (isObject(child)) visit(child, name);
    for (const child of Object.values(schema.patternProperties ?? {})) visit(child, name);
    for (const part of [schema.allOf, schema.anyOf, schema.oneOf, schema.prefixItems].flat()) visit(part, name);
  };

  for (const parameter of parameters) {
    if (isMarked(parameter)) names.add(parameter.argument);
    visit(parameter.schema, parameter.argument);
  }
  for (const { schema } of bodies) visit(schema, "*");
  return [...names].sort();
}

function isMarked(node: object | undefined): boolean {
  return isObject(node) && (node["x-sensitive"] === true || node.format === "password");
}
