import {
  dereference,
  isObject,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type RequestBody,
  type Response,
  type Schema,
} from "../document/openapi.ts";

/**
 * Names of everything in an operation that is marked `x-sensitive: true` or `format: password`: parameters, and
 * properties at any depth of its bodies. `*` says that a whole body is secret.
 *
 * @param parameters Those of the operation, under the names that they have among the arguments.
 * @returns Sorted, so that the order of a description's keys changes nothing.
 */
export function sensitiveNames(
  document: OpenApiDocument,
  operation: Operation,
  parameters: readonly (Parameter & { readonly argument: string })[],
): string[] {
  const names = new Set<string>();
  // A schema counts once for each name that it stands under: its items bear that name, too.
  const seen = new Map<object, Set<string>>();

  const visit = (node: Schema | undefined, name: string): void => {
    const schema = dereference<Schema>(document, node);
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
  const bodies = [operation.requestBody, ...Object.values(operation.responses ?? {})];
  for (const node of bodies) {
    const body = dereference<RequestBody | Response>(document, node);
    for (const media of Object.values(body?.content ?? {})) visit(media?.schema, "*");
  }
  return [...names].sort();
}

/** Whether the body of a success has something that is marked so. */
export function hasSecretResult(document: OpenApiDocument, { responses = {} }: Operation): boolean {
  const successes = Object.entries(responses).filter(([status]) => status.startsWith("2"));
  return sensitiveNames(document, { responses: Object.fromEntries(successes) }, []).length > 0;
}

function isMarked(node: object | undefined): boolean {
  return isObject(node) && (node["x-sensitive"] === true || node.format === "password");
}
