import { defineRule, type Rule } from "../../finding.ts";
import type { BodyPair } from "../../pairs.ts";

/** No body where there was one. */
export const bodyRemoved: Rule<BodyPair> = defineRule("body-removed", ({ base, head, pointer, direction }) => {
  if (!base || head) return [];
  return [
    {
      level: "breaking",
      pointer,
      say: (_it, who) => {
        return `${who.name} no longer ${direction === "request" ? who.verb("takes", "take") : who.gives} a body`;
      },
      shows: { what: "call" },
    },
  ];
});
