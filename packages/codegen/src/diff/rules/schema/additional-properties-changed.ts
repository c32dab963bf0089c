import { defineRule, type Rule } from "../../finding.ts";
import type { BranchPair } from "../../pairs.ts";
import { narrowed, widened } from "../levels.ts";

/** Whether fields of any other name are allowed. Of what callers get, only a type for them is to be seen. */
export const additionalPropertiesChanged: Rule<BranchPair> = defineRule(
  "additional-properties-changed",
  ({ branches, pointer, direction }) => {
    const [before, after] = [stateOf(branches.base.additional), stateOf(branches.head.additional)];
    if (branches.base.type !== "object" || before === after) return [];
    const isNarrower = after === "none" || before === "any";
    const isUntyped = before !== "typed" && after !== "typed";
    const lost = direction === "response" && before === "typed" ? "breaking" : undefined;
    const level = direction === "response" && isUntyped ? "fix" : isNarrower ? narrowed(direction) : widened(direction);
    return [
      {
        level: lost ?? level,
        pointer,
        say: (it, who) => {
          const what = { none: "no other fields", any: "any other fields", typed: "other fields of one type only" }[
            after
          ];
          return `${who.name} ${direction === "request" ? who.verb("takes", "take") : who.gives} ${what} in ${it}${who.status}`;
        },
      },
    ];
  },
);

function stateOf(additional: BranchPair["branches"]["base"]["additional"]): "none" | "any" | "typed" {
  if (additional === false) return "none";
  return Array.isArray(additional) ? "typed" : "any";
}
