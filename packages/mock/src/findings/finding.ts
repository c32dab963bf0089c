/** Ways in which an answer may depart from the description, and how a report calls them. */
export const CATEGORIES = {
  "no-answer": "no answer",
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

/** One way in which an answer departs from the description. */
export interface Finding {
  readonly category: Category;
  /** A remark is worth knowing, and breaks no promise of the description. */
  readonly severity: "violation" | "remark";
  /** The status of the answer; undefined when none came. */
  readonly status?: number;
  /** Where in the answer, such as `results[].id` or the name of a header; empty for the answer as a whole. */
  readonly place: string;
  /** What should be and is not, without a subject: `must be integer`. */
  readonly message: string;
  /** A short example of what came, without secrets. */
  readonly came?: string;
}

/** A finding, and how often it was made. */
export interface CountedFinding extends Finding {
  readonly times: number;
}

/** Puts findings together that differ only in their examples. The first example stays. */
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
  // Where the status is what is wrong, it is what came.
  const isStatus = category.endsWith("-status");
  return [
    status === undefined || isStatus ? "" : `status ${status}`,
    came === undefined ? "" : `came ${came}`,
    times > 1 ? `${times} times` : "",
  ]
    .filter((fact) => fact !== "")
    .join("; ");
}
