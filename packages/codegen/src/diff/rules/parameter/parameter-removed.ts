import type { ParametersPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const parameterRemoved: Rule<ParametersPair> = defineRule(
  {
    id: "parameter-removed",
    noun: "parameter",
    checks: "A parameter was removed.",
    levels: { request: { breaking: "Callers still send it." } },
  },
  ({ sides, matches }) =>
    matches.removed.map((parameter): Difference => {
      return {
        level: "breaking",
        pointer: sides.base.pointerOf(parameter.node),
        message: (_value, subject) =>
          `${subject.name} no longer ${subject.verb("takes", "take")} ${inBackticks(parameter.argument)}`,
        argument: { base: parameter.argument },
        migration: { what: "call" },
      };
    }),
);
