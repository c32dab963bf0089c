import type { BranchPair } from "../../match/pairs.ts";
import { defineRule, type Rule } from "../rule.ts";
import { visibleProperties } from "./visible-properties.ts";

export const propertyAdded: Rule<BranchPair> = defineRule(
  {
    id: "property-added",
    noun: "schema",
    checks: "A field was added to an object.",
    levels: {
      request: {
        breaking: "It is required, and calls without it are rejected.",
        feature: "It is optional, so calls stay valid.",
      },
      response: { feature: "Callers get more than before." },
    },
  },
  ({ sides, branches, direction }) => {
    const before = visibleProperties(branches.base, sides.base.schemas, direction);
    const after = visibleProperties(branches.head, sides.head.schemas, direction);
    const fresh = [...after].filter(([name]) => !before.has(name));
    return fresh.map(([name, { schemas, required }]) => ({
      field: name,
      level: direction === "request" && required ? "breaking" : "feature",
      pointer: sides.head.schemas.pointer(schemas),
      message: (value, subject) => {
        if (direction === "response") return `${subject.name} also ${subject.gives} ${value}${subject.status}`;
        return required
          ? `${subject.name} now ${subject.verb("requires", "require")} ${value}`
          : `${subject.name} also ${subject.verb("takes", "take")} ${value}`;
      },
      migration: { what: "call" },
    }));
  },
);
