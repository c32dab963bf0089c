import type { BodyPair } from "../../match/pairs.ts";
import { defineRule, type Rule } from "../rule.ts";

export const bodyTextChanged: Rule<BodyPair> = defineRule(
  {
    id: "body-text-changed",
    noun: "body",
    checks: "The description of a request body changed.",
    levels: { both: { documentation: "It is only documentation." } },
  },
  ({ base, head, pointer }) => {
    if (!base || !head || String(base.description ?? "").trim() === String(head.description ?? "").trim()) return [];
    return [
      {
        level: "documentation",
        pointer,
        isNeutral: true,
        message: (_value, subject) => `The body of ${subject.name} is documented differently`,
      },
    ];
  },
);
