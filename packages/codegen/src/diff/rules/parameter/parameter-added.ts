import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { ParametersPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** A new parameter. One that callers must give breaks them. */
export const parameterAdded: Rule<ParametersPair> = defineRule("parameter-added", ({ all, matches }) =>
  matches.added.map((parameter): Finding => {
    const { argument, required } = parameter;
    return {
      level: required ? "breaking" : "feature",
      pointer: all.head.pointerOf(parameter.origin),
      say: (_it, who) =>
        required
          ? `${who.name} now ${who.verb("requires", "require")} ${quote(argument)}`
          : `${who.name} also ${who.verb("takes", "take")} ${quote(argument)}`,
      argument: { head: argument },
      shows: { what: "call" },
    };
  }),
);
