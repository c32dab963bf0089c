import { isObject, type Schema } from "../document/openapi.ts";
import type { Media } from "./media.ts";
import type { ParameterModel } from "./parameters.ts";
import type { ResolveSchema } from "./schemas.ts";

/**
 * Names of everything that is marked `x-sensitive: true` or `format: password`: parameters, and properties at any depth
 * of bodies. `*` says that a whole body is secret.
 *
 * @param parameters Under the names that they have among the arguments.
 * @param bodies Of the request and of all responses.
 * @returns Sorted, so that the order of a description's keys changes nothing.
 */
export function sensitiveNames(
  resolve: ResolveSchema,
  parameters: readonly ParameterModel[],
  bodies: readonly Media[],
): string[] {
  const names = new Set<string>();
  // A schema counts once for each name that it stands under: its items bear that name, too.
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
