import { checkSecurity } from "./check-security.ts";
import { checkStatus } from "./check-status.ts";
import type { Document } from "./document.ts";
import { type Described, describedOperations } from "./operations.ts";
import type { Subject } from "./sdk.ts";

/** One thing that the description promises: an operation and a declared status, or its place, or its security. */
export interface Promised {
  operationId: string;
  about: string;
  /** Sentences about how the promise is broken. Empty if it is kept. Never rejects. */
  check(subject: Subject): Promise<string[]>;
}

/** What became of a promise of the description. */
export interface Finding {
  operationId: string;
  about: string;
  ok: boolean;
  problems: string[];
}

/** Everything that a description promises. Nothing in it is left out: what cannot be checked is a broken promise. */
export function promisesOf(document: Document): Promised[] {
  return describedOperations(document).flatMap((operation) => [
    promised(operation, "place", async () => checkPlace(operation)),
    promised(operation, "security", (subject) => checkSecurity(document, subject, operation)),
    ...operation.responses.map(([status]) =>
      promised(operation, status, (subject) => checkStatus(document, subject, operation, status)),
    ),
  ]);
}

/** Checks everything that a description promises. */
export async function runContract(document: Document, subject: Subject): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { operationId, about, check } of promisesOf(document)) {
    const problems = await check(subject);
    findings.push({ operationId, about, ok: problems.length === 0, problems });
  }
  return findings;
}

function promised(operation: Described, about: string, check: Promised["check"]): Promised {
  return {
    operationId: operation.id,
    about,
    async check(subject) {
      try {
        return await check(subject);
      } catch (error) {
        return [error instanceof Error ? error.message : `${error}`];
      }
    },
  };
}

function checkPlace({ id, tags, responses }: Described): string[] {
  const problems: string[] = [];
  if (id.includes(" ")) problems.push("cannot be covered: the operation has no operationId");
  if (tags.length > 1) problems.push(`cannot be covered: the operation has several tags, ${tags.join(", ")}`);
  if (responses.length === 0) problems.push("cannot be covered: the operation declares no status");
  if (!responses.some(([status]) => status.startsWith("2"))) problems.push("the operation declares no success");
  return problems;
}
