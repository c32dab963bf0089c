import { componentName, type OpenApiDocument, type Schema } from "../document/openapi.ts";
import { ingredients, parts } from "../document/schema-cycles.ts";
import type { Warn } from "./context.ts";

/**
 * Takes circles out of schemas that consist of themselves, because no type can. The usual one is a base with `oneOf`
 * its heirs, each with `allOf` the base: an heir is taken as the base without its alternatives.
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
        const what = rest ? `it is taken as "${other}" without its alternatives` : "that part is left out";
        warn(`The schema "${name}" consists of itself by way of "${other}"; ${what}.`, ["components", "schemas", name]);
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
