import { defineRule, type Rule } from "../../finding.ts";
import type { BranchPair } from "../../pairs.ts";
import { visibleProperties } from "./visible-properties.ts";

/** A new field. One that callers must send breaks them. */
export const propertyAdded: Rule<BranchPair> = defineRule("property-added", ({ all, branches, direction }) => {
  const before = visibleProperties(branches.base, all.base.schemas, direction);
  const after = visibleProperties(branches.head, all.head.schemas, direction);
  const fresh = [...after].filter(([name]) => !before.has(name));
  return fresh.map(([name, { schemas, required }]) => ({
    field: name,
    level: direction === "request" && required ? "breaking" : "feature",
    pointer: all.head.schemas.pointer(schemas),
    say: (it, who) => {
      if (direction === "response") return `${who.name} also ${who.gives} ${it}${who.status}`;
      return required
        ? `${who.name} now ${who.verb("requires", "require")} ${it}`
        : `${who.name} also ${who.verb("takes", "take")} ${it}`;
    },
    shows: { what: "call" },
  }));
});
