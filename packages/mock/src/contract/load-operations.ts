import { getHttpOperationsFromSpec } from "@stoplight/prism-http/dist/utils/operations.js";
import { MockError } from "../mock-error.ts";

/** An operation in the form in which Prism serves it. */
export type Operation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

/**
 * Reads a description into the operations that Prism serves.
 *
 * @param description - a parsed document, or the path of a JSON or YAML file
 */
export async function loadOperations(description: object | string): Promise<Operation[]> {
  const operations = await readOperations(description);
  if (operations.length === 0) {
    throw new MockError("description-unreadable", `${subjectOf(description)} has no operations.`);
  }
  for (const operation of operations) {
    // Prism would send the callbacks of an operation to whatever address the request names. A mock calls nobody.
    delete operation.callbacks;
  }
  return operations;
}

async function readOperations(description: object | string): Promise<Operation[]> {
  try {
    // Prism replaces the `$ref`s of a document in place; the document of the caller stays as it is.
    return await getHttpOperationsFromSpec(
      typeof description === "string" ? description : structuredClone(description),
    );
  } catch (cause) {
    // Several lines, the first of which names the file, in Prism; one sentence here.
    const reason = (cause instanceof Error ? cause.message : String(cause)).trim().replace(/\s*\n\s*/g, " ");
    throw new MockError("description-unreadable", `${subjectOf(description)} cannot be read: ${reason}`, { cause });
  }
}

function subjectOf(description: object | string): string {
  return typeof description === "string" ? `The description ${description}` : "The description";
}
