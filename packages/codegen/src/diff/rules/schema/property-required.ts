import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { BranchPair } from "../../pairs.ts";
import { typeText } from "../../schema/type-text.ts";
import { visibleProperties } from "./visible-properties.ts";

/** A field that must be there now, or need not any more. */
export const propertyRequired: Rule<BranchPair> = defineRule("property-required", ({ all, branches, direction }) => {
  const before = visibleProperties(branches.base, all.base.schemas, direction);
  const after = visibleProperties(branches.head, all.head.schemas, direction);
  return [...after].flatMap(([name, { schemas, required }]): Finding[] => {
    const was = before.get(name);
    if (!was || was.required === required) return [];
    const pointer = all.head.schemas.pointer(schemas);
    if (direction === "request") {
      const now = required ? "now" : "no longer";
      return [
        {
          field: name,
          level: required ? "breaking" : "feature",
          pointer,
          say: (it, who) => `${who.name} ${now} ${who.verb("requires", "require")} ${it}`,
          shows: { what: "call", isRequired: required },
        },
      ];
    }
    const text = typeText(all.base.schemas, was.schemas, all.base.typeNames);
    return [
      {
        field: name,
        level: required ? "feature" : "breaking",
        pointer,
        say: (it, who) =>
          `${who.name} ${required ? "always" : "may"} ${required ? who.gives : "leave out"} ${it}${who.status}`,
        shows: { what: "result", how: "optional", before: text, after: `${text} | undefined` },
      },
    ];
  });
});
