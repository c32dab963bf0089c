import { dereference, isObject, type OpenApiDocument } from "../document/openapi.ts";

/** An example of the description. Its value may be null. */
export interface ExampleModel {
  readonly value: unknown;
}

/** A parameter, a media type or a schema. */
export interface WithExamples {
  readonly example?: unknown;
  readonly examples?: unknown;
}

/** Returns the first example of a part of the description, or undefined. */
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
