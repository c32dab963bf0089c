import { defineRule, type Rule } from "../../finding.ts";
import type { BranchPair } from "../../pairs.ts";
import { typeText } from "../../schema/type-text.ts";
import { visibleProperties } from "./visible-properties.ts";

/** A field that is gone. */
export const propertyRemoved: Rule<BranchPair> = defineRule("property-removed", ({ all, branches, direction }) => {
  const before = visibleProperties(branches.base, all.base.schemas, direction);
  const after = visibleProperties(branches.head, all.head.schemas, direction);
  const gone = [...before].filter(([name]) => !after.has(name));
  return gone.map(([name, { schemas }]) => ({
    field: name,
    level: "breaking",
    pointer: all.base.schemas.pointer(schemas),
    say: (it, who) => {
      return `${who.name} no longer ${direction === "request" ? who.verb("takes", "take") : who.gives} ${it}${who.status}`;
    },
    shows:
      direction === "request"
        ? { what: "call" }
        : { what: "result", how: "gone", before: typeText(all.base.schemas, schemas, all.base.typeNames) },
  }));
});
