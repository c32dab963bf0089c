import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { ParametersPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** A parameter that is gone. */
export const parameterRemoved: Rule<ParametersPair> = defineRule("parameter-removed", ({ all, matches }) =>
  matches.removed.map((parameter): Finding => {
    return {
      level: "breaking",
      pointer: all.base.pointerOf(parameter.origin),
      say: (_it, who) => `${who.name} no longer ${who.verb("takes", "take")} ${quote(parameter.argument)}`,
      argument: { base: parameter.argument },
      shows: { what: "call" },
    };
  }),
);
