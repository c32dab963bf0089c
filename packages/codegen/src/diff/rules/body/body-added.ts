import { defineRule, type Rule } from "../../finding.ts";
import type { BodyPair } from "../../pairs.ts";

/** A body where there was none. */
export const bodyAdded: Rule<BodyPair> = defineRule("body-added", ({ base, head, pointer, direction }) => {
  if (base || !head) return [];
  const isRequired = direction === "request" && head.required === true;
  return [
    {
      level: isRequired ? "breaking" : "feature",
      pointer,
      say: (_it, who) => {
        if (direction === "response") return `${who.name} ${who.gives} a body`;
        return isRequired
          ? `${who.name} now ${who.verb("requires", "require")} a body`
          : `${who.name} also ${who.verb("takes", "take")} a body`;
      },
      shows: { what: "call" },
    },
  ];
});
