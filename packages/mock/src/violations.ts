import type { PrismResult, PrismViolation } from "./prism.ts";

/** A way in which an exchange breaks the description. */
export interface Violation {
  /** Where: `request` or `response`, the part, and the way into it, as in `["request", "body", "name"]`. */
  location: (string | number)[];
  severity: "Error" | "Warning" | "Information" | "Hint";
  code?: string | number | undefined;
  /** A sentence. */
  message: string;
}

const severities = ["Error", "Warning", "Information", "Hint"] as const;

/** The violations of an exchange, those of the request first. */
export function violationsOf({ input, output }: PrismResult["validations"]): Violation[] {
  return [
    ...input.map((violation) => place("request", violation)),
    ...output.map((violation) => place("response", violation)),
  ];
}

function place(side: "request" | "response", { path = [], severity, code, message }: PrismViolation): Violation {
  return { location: [side, ...path], severity: severities[severity] ?? "Error", code, message };
}
