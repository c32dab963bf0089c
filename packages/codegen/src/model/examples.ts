import { dereference, isObject, type OpenApiDocument } from "../document/openapi.ts";

/** A value that a description gives as an example, be it null. */
export interface ExampleModel {
  readonly value: unknown;
}

/** A parameter, a media type or a schema, which may all give examples. */
export interface WithExamples {
  readonly example?: unknown;
  readonly examples?: unknown;
}

/** Finds the first example that a part of the description gives. */
export type FindExample = (node: WithExamples) => ExampleModel | undefined;

export function exampleFinder(document: OpenApiDocument): FindExample {
  return ({ example, examples }) => {
    if (example !== undefined) return { value: example };
    if (Array.isArray(examples)) return examples.length > 0 ? { value: examples[0] } : undefined;
    if (!isObject(examples)) return undefined;
    for (const entry of Object.values(examples)) {
      const named = dereference<{ value?: unknown }>(document, entry as object);
      if (named?.value !== undefined) return { value: named.value };
    }
    return undefined;
  };
}
