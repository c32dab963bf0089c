import { defineRule, type Rule } from "../../finding.ts";
import type { ParameterPair } from "../../pairs.ts";

/** Another place: path, query, header or cookie. Programs that are not updated send it where nobody looks. */
export const parameterMoved: Rule<ParameterPair> = defineRule("parameter-moved", ({ base, head, pointer }) => {
  const [before, after] = [base.in, head.in];
  if (before === after) return [];
  return [
    {
      level: "breaking",
      pointer,
      before,
      after,
      say: (it, who) => `${who.name} ${who.verb("sends", "send")} ${it} in the ${after}; it was the ${before}`,
    },
  ];
});
