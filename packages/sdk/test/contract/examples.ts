import { type Document, type Example, resolve, type WithExamples } from "./document.ts";

/** An example; `name` is what `Prefer: example=` selects it by, where there are several. */
export interface NamedExample {
  name?: string;
  value: unknown;
}

/** The examples of a parameter, a header or a media type. */
export function examplesOf(document: Document, { example, examples }: WithExamples): NamedExample[] {
  if (example !== undefined) return [{ value: example }];
  return Object.entries(examples ?? {}).map(([name, entry]) => ({
    name,
    value: resolve<Example>(document, entry).value,
  }));
}
