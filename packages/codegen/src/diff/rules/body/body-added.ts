import type { BodyPair } from "../../match/pairs.ts";
import { defineRule, type Rule } from "../rule.ts";

export const bodyAdded: Rule<BodyPair> = defineRule(
  {
    id: "body-added",
    noun: "body",
    checks: "A body was added where there was none.",
    levels: {
      request: {
        breaking: "It is required, and calls without it are rejected.",
        feature: "It is optional, so calls stay valid.",
      },
      response: { feature: "Callers get more than before." },
    },
  },
  ({ base, head, pointer, direction }) => {
    if (base || !head) return [];
    const isRequired = direction === "request" && head.required === true;
    return [
      {
        level: isRequired ? "breaking" : "feature",
        pointer,
        message: (_value, subject) => {
          if (direction === "response") return `${subject.name} now ${subject.gives} a body`;
          return isRequired
            ? `${subject.name} now ${subject.verb("requires", "require")} a body`
            : `${subject.name} also ${subject.verb("takes", "take")} a body`;
        },
        migration: { what: "call" },
      },
    ];
  },
);
