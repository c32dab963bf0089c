import type { DocumentedResponse } from "./documented.ts";
import type { Finding } from "./finding.ts";

/**
 * Lists the headers that a response documents and an answer has not: a violation where they are required, else a
 * remark, since OpenAPI leaves it to the server whether to send them.
 */
export function missingHeaders(
  { headers = [] }: DocumentedResponse,
  came: Readonly<Record<string, string>>,
): Omit<Finding, "status">[] {
  return headers
    .filter(({ name }) => came[name.toLowerCase()] === undefined)
    .map(({ name, required }) => ({
      category: "missing-header",
      severity: required ? "violation" : "remark",
      place: name,
      message: required ? "is required" : "is documented, and did not come",
    }));
}
