import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** An example that renderers of OpenAPI documents show in a tab. */
export interface CodeSample {
  readonly lang: string;
  readonly label: string;
  readonly source: string;
}

/** Reads the examples of the generated documentation pages, by operation. */
export function codeSamples(folder: string): Map<string, CodeSample[]> {
  const samples = new Map<string, CodeSample[]>();
  for (const page of readdirSync(folder).filter((file) => file.endsWith(".md"))) {
    for (const section of readFileSync(join(folder, page), "utf8").split(/^## /m).slice(1)) {
      const [operation = ""] = section.split("\n", 1);
      const blocks = [...section.matchAll(/^(\w+):\n\n```ts\n(.*?)^```$/gms)];
      const found = blocks.map(([, label = "", source = ""]) => ({
        lang: "TypeScript",
        label,
        source: source.trimEnd(),
      }));
      if (found.length > 0) samples.set(operation, found);
    }
  }
  return samples;
}

/** The part of an OpenAPI document that holds code samples. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * Copies a document, and adds code samples and the function name of each operation, for the search.
 *
 * @throws {Error} if an operation has no example
 */
export function withCodeSamples(document: Document, samples: ReadonlyMap<string, CodeSample[]>): Document {
  const copy = structuredClone(document);
  for (const operation of Object.values(copy.paths).flatMap((item) => Object.values(item))) {
    const { operationId, description = "" } = operation as { operationId?: string; description?: string };
    if (operationId === undefined) continue;
    const found = samples.get(operationId);
    if (!found) throw new Error(`The documentation pages have no example of ${operationId}.`);
    const text = `${description.trim()}\n\nFunction: \`${operationId}\``;
    Object.assign(operation as object, { description: text, "x-codeSamples": found });
  }
  return copy;
}
