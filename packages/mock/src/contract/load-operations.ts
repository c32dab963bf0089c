import { getHttpOperationsFromSpec } from "@stoplight/prism-http/dist/utils/operations.js";
import { MockError } from "../mock-error.ts";

/** An operation in the form that Prism uses. */
export type Operation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

/**
 * Reads the operations of a description.
 *
 * @param description - a parsed document, or the path of a JSON or YAML file
 */
export async function loadOperations(description: object | string): Promise<Operation[]> {
  const operations = await readOperations(description);
  if (operations.length === 0) {
    throw new MockError("description-unreadable", `${subjectOf(description)} has no operations.`);
  }
  for (const operation of operations) {
    // Prism would send callbacks to the address that the request names. A mock calls no other server.
    delete operation.callbacks;
  }
  return operations;
}

async function readOperations(description: object | string): Promise<Operation[]> {
  try {
    // Prism replaces the `$ref`s of a document in place, so it gets a copy.
    return await getHttpOperationsFromSpec(
      typeof description === "string" ? description : structuredClone(description),
    );
  } catch (cause) {
    // Prism writes several lines, the first of which names the file. This makes them one sentence.
    const reason = (cause instanceof Error ? cause.message : String(cause)).trim().replace(/\s*\n\s*/g, " ");
    throw new MockError("description-unreadable", `${subjectOf(description)} cannot be read: ${reason}`, { cause });
  }
}

function subjectOf(description: object | string): string {
  return typeof description === "string" ? `The description ${description}` : "The description";
}
