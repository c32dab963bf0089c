import type { ParameterPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";

export const parameterRenamed: Rule<ParameterPair> = defineRule(
  {
    id: "parameter-renamed",
    noun: "parameter",
    checks: "The argument of a parameter has a new name, because the path names it otherwise.",
    levels: { request: { breaking: "Calls no longer compile, although requests stay the same." } },
  },
  ({ base, head, pointer }) => {
    const [before, after] = [base.argument, head.argument];
    if (before === after) return [];
    return [
      {
        level: "breaking",
        pointer,
        before,
        after,
        message: (_value, subject) =>
          `${subject.name} now ${subject.verb("takes", "take")} ${inBackticks(after)} instead of ${inBackticks(before)}`,
        argument: { base: before, head: after },
        migration: { what: "call" },
      },
    ];
  },
);
