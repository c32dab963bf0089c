import { componentName, type OpenApiDocument, type Schema } from "../document/openapi.ts";
import { ingredients, parts } from "../document/schema-cycles.ts";
import type { Warn } from "./context.ts";

/**
 * Removes cycles from schemas that contain themselves, because TypeScript types cannot. The usual cycle is a base schema
 * with subtypes in `oneOf`, which each have the base in `allOf`: the subtype gets the base without its alternatives.
 */
export function breakRecursiveSchemas(document: OpenApiDocument, warn: Warn): void {
  breakRecursion(document, "allOf", warn);
  breakRecursion(document, "oneOf", warn);
  breakRecursion(document, "anyOf", warn);
}

function breakRecursion(document: OpenApiDocument, key: "allOf" | "oneOf" | "anyOf", warn: Warn): void {
  const schemas = document.components?.schemas ?? {};
  let known = ingredients(document, { arrays: false });
  for (const [name, schema] of Object.entries(schemas)) {
    if (!known.get(name)?.has(name)) continue;
    for (const part of parts(schema, false)) {
      if (!Array.isArray(part[key])) continue;
      part[key] = part[key].flatMap((entry) => {
        const other = componentName(entry);
        if (other === undefined || !(other === name || known.get(other)?.has(name))) return [entry];
        const rest = key === "allOf" && other !== name ? withoutAlternatives(schemas[other]) : undefined;
        const what = rest ? `it gets "${other}" without its alternatives` : "that part is ignored";
        warn(`The schema "${name}" contains itself through "${other}"; ${what}.`, ["components", "schemas", name]);
        return rest ?? [];
      });
    }
    known = ingredients(document, { arrays: false });
  }
}

function withoutAlternatives(schema: Schema | undefined): Schema | undefined {
  if (!schema || !(schema.oneOf || schema.anyOf)) return undefined;
  const { oneOf, anyOf, ...rest } = schema;
  const { discriminator, ...plain } = rest as Schema & { discriminator?: unknown };
  return plain;
}
