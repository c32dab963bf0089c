import {
  dereference,
  isObject,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type RequestBody,
  type Response,
  type Schema,
} from "./description/openapi.ts";

/**
 * Names of everything in an operation that is marked `x-sensitive: true` or `format: password`: parameters, and
 * properties at any depth of its bodies. `*` says that a whole body is secret.
 *
 * @returns Sorted, so that the order of a description's keys changes nothing.
 */
export function sensitiveNames(document: OpenApiDocument, operation: Operation): string[] {
  const names = new Set<string>();
  const seen = new Set<object>();

  const visit = (node: Schema | undefined, name: string): void => {
    const schema = dereference<Schema>(document, node);
    if (!schema) return;
    if (isMarked(schema) || isMarked(node)) names.add(name);
    if (seen.has(schema)) return;
    seen.add(schema);
    for (const [property, child] of Object.entries(schema.properties ?? {})) visit(child, property);
    for (const child of [schema.items, schema.additionalProperties]) if (isObject(child)) visit(child, name);
    for (const part of [schema.allOf, schema.anyOf, schema.oneOf].flat()) visit(part, name);
  };

  for (const node of operation.parameters ?? []) {
    const parameter = dereference<Parameter>(document, node);
    if (!parameter) continue;
    if (isMarked(parameter)) names.add(parameter.name);
    visit(parameter.schema, parameter.name);
  }
  const bodies = [operation.requestBody, ...Object.values(operation.responses ?? {})];
  for (const node of bodies) {
    const body = dereference<RequestBody | Response>(document, node);
    for (const media of Object.values(body?.content ?? {})) visit(media?.schema, "*");
  }
  return [...names].sort();
}

function isMarked(node: object | undefined): boolean {
  return isObject(node) && (node["x-sensitive"] === true || node.format === "password");
}
