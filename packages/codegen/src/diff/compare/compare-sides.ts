import type { Change } from "../change.ts";
import { matchSides, type Sides } from "../match/sides.ts";
import { reportChanges } from "../report/report-changes.ts";
import { descriptionRules, schemeRules } from "../rules/index.ts";
import type { Side } from "../side.ts";
import { applyRules, type Occurrence, type Usage } from "./occurrence.ts";
import { walkOperation } from "./walk-operation.ts";
import { walkTypes } from "./walk-types.ts";
import { walkWebhooks } from "./walk-webhooks.ts";

/** Compares two descriptions: matches their parts, applies the rules to each pair, and reports what they find. */
export function compareSides(base: Side, head: Side, module: string): Change[] {
  const sides = matchSides(base, head);
  return reportChanges(findOccurrences(sides), sides, module);
}

/** Finds every place where the sides differ. */
export function findOccurrences(sides: Sides): Occurrence[] {
  return [
    ...applyRules(descriptionRules, sides, WHOLE),
    ...sides.schemes.pairs.flatMap((pair) => {
      const pointer = `#/components/securitySchemes/${pair.head.name}`;
      return applyRules(schemeRules, { sides, ...pair, pointer }, WHOLE);
    }),
    ...sides.operations.pairs.flatMap((pair) => walkOperation({ sides, ...pair })),
    ...walkWebhooks(sides),
    ...walkTypes(sides),
  ];
}

/** The usage of a part without an operation. */
const WHOLE: Usage = { kind: "operation", name: "", direction: "request" };
