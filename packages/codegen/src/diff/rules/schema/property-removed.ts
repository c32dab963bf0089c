import type { BranchPair } from "../../match/pairs.ts";
import { typeText } from "../../schema/type-text.ts";
import { defineRule, type Rule } from "../rule.ts";
import { visibleProperties } from "./visible-properties.ts";

export const propertyRemoved: Rule<BranchPair> = defineRule(
  {
    id: "property-removed",
    noun: "schema",
    checks: "A field was removed from an object.",
    levels: { request: { breaking: "Callers still send it." }, response: { breaking: "Callers still read it." } },
  },
  ({ sides, branches, direction }) => {
    const before = visibleProperties(branches.base, sides.base.schemas, direction);
    const after = visibleProperties(branches.head, sides.head.schemas, direction);
    const gone = [...before].filter(([name]) => !after.has(name));
    return gone.map(([name, { schemas }]) => ({
      field: name,
      level: "breaking",
      pointer: sides.base.schemas.pointer(schemas),
      message: (value, subject) => {
        return `${subject.name} no longer ${subject.handles(direction)} ${value}${subject.status}`;
      },
      migration:
        direction === "request"
          ? { what: "call" }
          : { what: "result", how: "removed", before: typeText(sides.base, schemas) },
    }));
  },
);
