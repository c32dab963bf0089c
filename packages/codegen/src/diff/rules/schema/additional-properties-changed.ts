import type { BranchPair } from "../../match/pairs.ts";
import { narrowed, widened } from "../levels.ts";
import { defineRule, type Rule } from "../rule.ts";

export const additionalPropertiesChanged: Rule<BranchPair> = defineRule(
  {
    id: "additional-properties-changed",
    noun: "schema",
    checks: "The fields beside the documented ones changed (`additionalProperties`): none, any, or those of a type.",
    levels: {
      request: { breaking: "Fewer are accepted.", feature: "More are accepted." },
      response: {
        breaking: "Their type is wider, or was removed.",
        feature: "They have a type now.",
        fix: "They had no type before, and have none now.",
      },
    },
  },
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
        message: (value, subject) => {
          const verb = subject.handles(direction);
          const place = `in ${value}${subject.status}`;
          if (after === "none") return `${subject.name} no longer ${verb} additional fields ${place}`;
          const types = after === "any" ? "of any type" : "of one type only";
          return `${subject.name} now ${verb} additional fields ${types} ${place}`;
        },
      },
    ];
  },
);

function stateOf(additional: BranchPair["branches"]["base"]["additional"]): "none" | "any" | "typed" {
  if (additional === false) return "none";
  return typeof additional === "object" ? "typed" : "any";
}
