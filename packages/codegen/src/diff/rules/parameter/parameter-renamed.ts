import { defineRule, type Rule } from "../../finding.ts";
import type { ParameterPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** A part of the path that has another name, and so another argument. Nothing on the wire changes, but calls do. */
export const parameterRenamed: Rule<ParameterPair> = defineRule("parameter-renamed", ({ base, head, pointer }) => {
  const [before, after] = [base.argument, head.argument];
  if (before === after) return [];
  return [
    {
      level: "breaking",
      pointer,
      before,
      after,
      say: (_it, who) => `${who.name} ${who.verb("takes", "take")} ${quote(after)} in place of ${quote(before)}`,
      argument: { base: before, head: after },
      shows: { what: "call" },
    },
  ];
});
