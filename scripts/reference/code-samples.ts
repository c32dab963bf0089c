import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** An example as renderers of OpenAPI documents show it, each in a tab with its label. */
export interface CodeSample {
  readonly lang: string;
  readonly label: string;
  readonly source: string;
}

/** The examples in the generated pages of documentation, by operation. */
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

/** The part of an OpenAPI document that samples are put into. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * A copy of a document with examples in it, and the name of each operation's function, by which it can be found.
 *
 * @throws Error if an operation has none
 */
export function withCodeSamples(document: Document, samples: ReadonlyMap<string, CodeSample[]>): Document {
  const copy = structuredClone(document);
  for (const operation of Object.values(copy.paths).flatMap((item) => Object.values(item))) {
    const { operationId, description = "" } = operation as { operationId?: string; description?: string };
    if (operationId === undefined) continue;
    const found = samples.get(operationId);
    if (!found) throw new Error(`The pages of documentation have no example of ${operationId}.`);
    const text = `${description.trim()}\n\nFunction: \`${operationId}\``;
    Object.assign(operation as object, { description: text, "x-codeSamples": found });
  }
  return copy;
}
