import type { BodyPair } from "../../match/pairs.ts";
import { defineRule, type Rule } from "../rule.ts";

export const bodyRequired: Rule<BodyPair> = defineRule(
  {
    id: "body-required",
    noun: "body",
    checks: "A request body became required or optional.",
    levels: { request: { breaking: "Calls without a body are rejected.", feature: "Calls may leave it out." } },
  },
  ({ base, head, pointer, direction }) => {
    if (!base || !head || direction === "response") return [];
    const [before, after] = [base.required === true, head.required === true];
    if (before === after) return [];
    return [
      {
        level: after ? "breaking" : "feature",
        pointer,
        message: (_value, subject) =>
          `${subject.name} ${after ? "now" : "no longer"} ${subject.verb("requires", "require")} a body`,
        migration: { what: "call" },
      },
    ];
  },
);
