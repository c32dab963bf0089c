import type { ParametersPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const parameterAdded: Rule<ParametersPair> = defineRule(
  {
    id: "parameter-added",
    noun: "parameter",
    checks: "A parameter was added.",
    levels: {
      request: {
        breaking: "It is required, and calls without it are rejected.",
        feature: "It is optional, so calls stay valid.",
      },
    },
  },
  ({ sides, matches }) =>
    matches.added.map((parameter): Difference => {
      const { argument, required } = parameter;
      return {
        level: required ? "breaking" : "feature",
        pointer: sides.head.pointerOf(parameter.node),
        message: (_value, subject) =>
          required
            ? `${subject.name} now ${subject.verb("requires", "require")} ${inBackticks(argument)}`
            : `${subject.name} also ${subject.verb("takes", "take")} ${inBackticks(argument)}`,
        argument: { head: argument },
        migration: { what: "call" },
      };
    }),
);
