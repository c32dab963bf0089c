/** The kinds of findings, with their names in reports. */
export const CATEGORIES = {
  "no-response": "no response",
  "undocumented-status": "undocumented status",
  "unexpected-status": "unexpected status",
  "html-page": "HTML page",
  "wrong-content-type": "wrong content type",
  "unreadable-body": "unreadable body",
  "undocumented-body": "undocumented body",
  "missing-body": "missing body",
  "not-a-page": "not a page",
  "missing-field": "missing field",
  "undocumented-field": "undocumented field",
  "wrong-type": "wrong type",
  "wrong-value": "wrong value",
  "missing-header": "missing header",
  "wrong-header": "wrong header",
  "wrong-count": "wrong count",
  "broken-link": "broken link",
} as const;

export type Category = keyof typeof CATEGORIES;

/** A difference between a response and the description. */
export interface Finding {
  readonly category: Category;
  /** A remark does not break the description. */
  readonly severity: "violation" | "remark";
  /** The status of the response; undefined when none came. */
  readonly status?: number;
  /** A field such as `results[].id`, or the name of a header; empty for the whole response. */
  readonly place: string;
  /** What is expected, as a predicate: `must be integer`. */
  readonly message: string;
  /** A short example of what came, without secrets. */
  readonly came?: string;
}

/** A finding, and how often it was found. */
export interface CountedFinding extends Finding {
  readonly times: number;
}

/** Merges findings that differ only in their examples, and keeps the first example. */
export function countFindings(findings: readonly Finding[]): CountedFinding[] {
  const counted = new Map<string, CountedFinding>();
  for (const finding of findings) {
    const { category, severity, status, place, message } = finding;
    const key = JSON.stringify([category, severity, status, place, message]);
    const known = counted.get(key);
    counted.set(key, known ? { ...known, times: known.times + 1 } : { ...finding, times: 1 });
  }
  return [...counted.values()];
}

/** The facts about a finding, such as `status 200; came "1"; 3 times`; empty when there are none. */
export function factsOf({ category, status, came, times }: CountedFinding): string {
  // A finding about the status has the status in `came`.
  const isStatus = category.endsWith("-status");
  return [
    status === undefined || isStatus ? "" : `status ${status}`,
    came === undefined ? "" : `came ${came}`,
    times > 1 ? `${times} times` : "",
  ]
    .filter((fact) => fact !== "")
    .join("; ");
}
