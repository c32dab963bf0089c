import type { ResponsePair } from "../../match/pairs.ts";
import { defineRule, type Rule } from "../rule.ts";

export const responseTextChanged: Rule<ResponsePair> = defineRule(
  {
    id: "response-text-changed",
    noun: "response",
    checks: "The description of a response changed.",
    levels: { both: { documentation: "It is only documentation." } },
  },
  ({ base, head, pointer, status }) => {
    if (base.description.trim() === head.description.trim()) return [];
    return [
      {
        level: "documentation",
        pointer,
        isNeutral: true,
        message: (_value, subject) => `Status ${status} of ${subject.name} is documented differently`,
      },
    ];
  },
);
