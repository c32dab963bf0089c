import { defineRule, type Rule } from "../../finding.ts";
import type { BodyPair } from "../../pairs.ts";

/** What is said about a body. */
export const bodyTextChanged: Rule<BodyPair> = defineRule("body-text-changed", ({ base, head, pointer }) => {
  if (!base || !head || String(base.description ?? "").trim() === String(head.description ?? "").trim()) return [];
  return [
    {
      level: "documentation",
      pointer,
      isNeutral: true,
      say: (_it, who) => `The body of ${who.name} is described in other words`,
    },
  ];
});
