import type { Direction, Finding, Rule } from "./finding.ts";

/** Where a value goes: who sends or gets it, and how it is called there. */
export interface Place {
  readonly kind: "operation" | "webhook" | "type";
  /** Name of the function, the webhook or the type. */
  readonly name: string;
  readonly direction: Direction;
  /** Status of the response. */
  readonly status?: string;
  /** Where the value as a whole is found among the arguments: a parameter; absent for a body. */
  readonly argument?: string;
}

/** A finding, who made it and where. */
export interface Found {
  readonly rule: string;
  readonly finding: Finding;
  readonly place: Place;
  /** The way from the value as a whole to what was found: `["results", "[]", "name"]`. */
  readonly path: readonly string[];
}

/** What all rules find in a pair. */
export function checkAll<Pair>(
  rules: readonly Rule<Pair>[],
  pair: Pair,
  place: Place,
  path: readonly string[] = [],
): Found[] {
  return rules.flatMap(({ name, check }) =>
    check(pair).map((finding) => ({
      rule: name,
      finding,
      place: finding.operation === undefined ? place : { ...place, name: finding.operation },
      path: finding.field === undefined ? path : [...path, finding.field],
    })),
  );
}
