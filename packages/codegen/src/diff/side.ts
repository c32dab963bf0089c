import type { OpenApiDocument } from "../document/openapi.ts";
import { loadDescription } from "../load/load.ts";
import { reportMalformed } from "../load/malformed.ts";
import { type ClientModel, modelClient } from "../model/client-model.ts";
import { normalizeDescription } from "../normalize/normalize.ts";
import { readPointers } from "./pointers.ts";
import { Schemas } from "./schema/schemas.ts";

/** One of the two descriptions of a comparison. */
export interface Side {
  /** The client that is generated from it. */
  readonly model: ClientModel;
  /** Its schemas, in a form that does not depend on how they are written. */
  readonly schemas: Schemas;
  /** The document, for what the client does not have: texts about the API, and which schemas nothing refers to. */
  readonly document: OpenApiDocument;
  /** JSON pointer to an object as it stood before it was normalized; `#` for one that it did not have. */
  pointerOf(node: object | undefined): string;
}

/**
 * Reads a description as the generator does.
 *
 * @param input - path or http(s) URL
 * @throws {GenerateError} if it cannot be read or is invalid
 */
export async function readSide(input: string): Promise<Side> {
  const description = await reportMalformed(input, () => loadDescription(input));
  const { document } = description;
  const pointers = readPointers(document);
  return reportMalformed(input, async () => {
    normalizeDescription(description);
    return {
      model: modelClient(document, { resources: true }, () => {}),
      schemas: new Schemas(document, pointers),
      document,
      pointerOf: (node) => (node && pointers.get(node)) ?? "#",
    };
  });
}
