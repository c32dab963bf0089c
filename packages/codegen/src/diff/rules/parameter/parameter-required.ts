import type { ParameterPair } from "../../match/pairs.ts";
import { defineRule, type Rule } from "../rule.ts";

export const parameterRequired: Rule<ParameterPair> = defineRule(
  {
    id: "parameter-required",
    noun: "parameter",
    checks: "A parameter became required or optional.",
    levels: { request: { breaking: "Calls without it are rejected.", feature: "Calls may leave it out." } },
  },
  ({ base, head, pointer }) => {
    const [before, after] = [base.required === true, head.required === true];
    if (before === after) return [];
    return [
      {
        level: after ? "breaking" : "feature",
        pointer,
        message: (value, subject) =>
          `${subject.name} ${after ? "now" : "no longer"} ${subject.verb("requires", "require")} ${value}`,
        migration: { what: "call", isRequired: after },
      },
    ];
  },
);
