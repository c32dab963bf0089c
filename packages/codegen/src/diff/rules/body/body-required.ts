import { defineRule, type Rule } from "../../finding.ts";
import type { BodyPair } from "../../pairs.ts";

/** A body that must be sent now, or need not any more. */
export const bodyRequired: Rule<BodyPair> = defineRule("body-required", ({ base, head, pointer, direction }) => {
  if (!base || !head || direction === "response") return [];
  const [before, after] = [base.required === true, head.required === true];
  if (before === after) return [];
  return [
    {
      level: after ? "breaking" : "feature",
      pointer,
      say: (_it, who) => `${who.name} ${after ? "now" : "no longer"} ${who.verb("requires", "require")} a body`,
      shows: { what: "call" },
    },
  ];
});
