import { defineRule, type Rule } from "../../finding.ts";
import type { ResponsePair } from "../../pairs.ts";

/** What is said about a response. */
export const responseTextChanged: Rule<ResponsePair> = defineRule(
  "response-text-changed",
  ({ base, head, pointer, status }) => {
    if (String(base.description ?? "").trim() === String(head.description ?? "").trim()) return [];
    return [
      {
        level: "documentation",
        pointer,
        isNeutral: true,
        say: (_it, who) => `Status ${status} of ${who.name} is described in other words`,
      },
    ];
  },
);
