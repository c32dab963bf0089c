import type { BodyPair } from "../../match/pairs.ts";
import { defineRule, type Rule } from "../rule.ts";

export const bodyRemoved: Rule<BodyPair> = defineRule(
  {
    id: "body-removed",
    noun: "body",
    checks: "A body was removed.",
    levels: { request: { breaking: "Callers still send it." }, response: { breaking: "Callers still read it." } },
  },
  ({ base, head, pointer, direction }) => {
    if (!base || head) return [];
    return [
      {
        level: "breaking",
        pointer,
        message: (_value, subject) => {
          return `${subject.name} no longer ${subject.handles(direction)} a body`;
        },
        migration: { what: "call" },
      },
    ];
  },
);
