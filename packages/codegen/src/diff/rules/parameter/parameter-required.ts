import { defineRule, type Rule } from "../../finding.ts";
import type { ParameterPair } from "../../pairs.ts";

/** A parameter that must be given now, or need not any more. */
export const parameterRequired: Rule<ParameterPair> = defineRule("parameter-required", ({ base, head, pointer }) => {
  const [before, after] = [base.required === true, head.required === true];
  if (before === after) return [];
  return [
    {
      level: after ? "breaking" : "feature",
      pointer,
      say: (it, who) => `${who.name} ${after ? "now" : "no longer"} ${who.verb("requires", "require")} ${it}`,
      shows: { what: "call", isRequired: after },
    },
  ];
});
