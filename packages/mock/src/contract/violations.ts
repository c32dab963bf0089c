import type { PrismViolation } from "./prism-types.ts";

/** A violation of the description by a request or a response. */
export interface Violation {
  /** `request` or `response`, the part, and the path in it: `["request", "body", "name"]`. */
  location: (string | number)[];
  severity: "Error" | "Warning" | "Information" | "Hint";
  code?: string | number | undefined;
  /** A sentence. */
  message: string;
}

const severities = ["Error", "Warning", "Information", "Hint"] as const;

/** Makes a violation of one that Prism reports. */
export function violationOf(
  side: "request" | "response",
  { path = [], severity, code, message }: PrismViolation,
): Violation {
  return { location: [side, ...path], severity: severities[severity] ?? "Error", code, message };
}

export const isError = ({ severity }: Violation): boolean => severity === "Error";
