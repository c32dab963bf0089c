import type { ResponsePair } from "../../match/pairs.ts";
import { defineRule, type Rule } from "../rule.ts";

export const responseBodyChanged: Rule<ResponsePair> = defineRule(
  {
    id: "response-body-changed",
    noun: "response",
    checks: "A response got a body, or lost it.",
    levels: { response: { breaking: "Callers still read it.", feature: "Callers get more than before." } },
  },
  ({ base, head, pointer, status }) => {
    const [before, after] = [base, head].map(({ media }) => media.length > 0);
    if (before === after) return [];
    return [
      {
        level: after ? "feature" : "breaking",
        pointer,
        message: (_value, subject) =>
          `${subject.name} ${after ? "now" : "no longer"} ${subject.gives} a body with status ${status}`,
      },
    ];
  },
);
