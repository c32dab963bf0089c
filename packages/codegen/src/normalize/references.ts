import { isObject, type OpenApiDocument, parsePointer, resolvePointer, setOwn } from "../document/openapi.ts";
import { walk } from "../document/walk.ts";
import { NameRegistry, pascalCase } from "../names/names.ts";

/** Tokens of a pointer that do not help to name its target. */
const STRUCTURE =
  /^(components|schemas|definitions|\$defs|properties|items|allOf|anyOf|oneOf|paths|content|schema|\d+)$/;

/**
 * Removes `$ref`s that do not point to components, because openapi-typescript cannot translate them. A schema becomes a
 * component; any other target replaces the reference.
 */
export function rewriteReferences(document: OpenApiDocument): void {
  const hoisted = new Map<object, string>();
  for (let before = -1; before < hoisted.size; ) {
    before = hoisted.size;
    // New components need a walk of their own.
    walk(document, ({ node, isSchema, replace }) => {
      if (typeof node.$ref !== "string" || isComponent(node.$ref, isSchema)) return;
      const target = resolvePointer(document, node.$ref);
      if (!isObject(target)) return;
      if (isSchema) node.$ref = `#/components/schemas/${hoist(document, target, node.$ref, hoisted)}`;
      else replace(target);
    });
  }
}

function isComponent(ref: string, isSchema: boolean): boolean {
  const tokens = parsePointer(ref);
  return tokens.length === 3 && tokens[0] === "components" && (tokens[1] === "schemas") === isSchema;
}

function hoist(document: OpenApiDocument, target: object, ref: string, hoisted: Map<object, string>): string {
  const known = hoisted.get(target);
  if (known !== undefined) return known;
  const components = document.components ?? {};
  document.components = components;
  const schemas = components.schemas ?? {};
  components.schemas = schemas;
  const words = parsePointer(ref).filter((token) => !STRUCTURE.test(token));
  const name = new NameRegistry(Object.keys(schemas)).take(pascalCase(words.slice(-2).join(" ") || "Schema"));
  setOwn(schemas, name, target);
  hoisted.set(target, name);
  return name;
}
