import type { DocumentedResponse } from "./documented.ts";
import type { Finding } from "./finding.ts";

/**
 * Finds documented headers that a response lacks: a violation if they are required, else a remark, because OpenAPI lets
 * the server leave them out.
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
      message: required ? "is required" : "is documented, but missing",
    }));
}
