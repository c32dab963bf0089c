import type { PrismViolation } from "./prism-types.ts";

/** A way in which a request or an answer breaks the description. */
export interface Violation {
  /** Where: `request` or `response`, the part, and the way into it, as in `["request", "body", "name"]`. */
  location: (string | number)[];
  severity: "Error" | "Warning" | "Information" | "Hint";
  code?: string | number | undefined;
  /** A sentence. */
  message: string;
}

const severities = ["Error", "Warning", "Information", "Hint"] as const;

/** Says of Prism's finding on which side it is. */
export function violationOf(
  side: "request" | "response",
  { path = [], severity, code, message }: PrismViolation,
): Violation {
  return { location: [side, ...path], severity: severities[severity] ?? "Error", code, message };
}

export const isError = ({ severity }: Violation): boolean => severity === "Error";
