import type { Difference, Direction, Rule } from "../rules/rule.ts";

/** Where a value is used: who sends or gets it, and by which argument. */
export interface Usage {
  readonly kind: "operation" | "webhook" | "type";
  /** Name of the function, the webhook or the type. */
  readonly name: string;
  readonly direction: Direction;
  /** Status of the response. */
  readonly status?: string;
  /** The parameter or header that holds the value; absent for a body. */
  readonly argument?: string;
}

/** A difference in one place where it occurs. Differences in a shared component occur in many. */
export interface Occurrence {
  /** The id of the rule that found it. */
  readonly rule: string;
  readonly difference: Difference;
  readonly usage: Usage;
  /** The way from the value as a whole to the difference: `["results", "[]", "name"]`. */
  readonly path: readonly string[];
}

/** Applies rules to a matched pair. */
export function applyRules<Pair>(
  rules: readonly Rule<Pair>[],
  pair: Pair,
  usage: Usage,
  path: readonly string[] = [],
): Occurrence[] {
  return rules.flatMap((rule) =>
    rule.check(pair).map((difference) => ({
      rule: rule.id,
      difference,
      usage: difference.operation === undefined ? usage : { ...usage, name: difference.operation },
      path: difference.field === undefined ? path : [...path, difference.field],
    })),
  );
}
