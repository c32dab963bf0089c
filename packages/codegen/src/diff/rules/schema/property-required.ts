import type { BranchPair } from "../../match/pairs.ts";
import { typeText } from "../../schema/type-text.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";
import { visibleProperties } from "./visible-properties.ts";

export const propertyRequired: Rule<BranchPair> = defineRule(
  {
    id: "property-required",
    noun: "schema",
    checks: "A field became required or optional.",
    levels: {
      request: { breaking: "Calls without it are rejected.", feature: "Calls may leave it out." },
      response: { breaking: "Callers rely on it, and it may be missing.", feature: "Callers can rely on it." },
    },
  },
  ({ sides, branches, direction }) => {
    const before = visibleProperties(branches.base, sides.base.schemas, direction);
    const after = visibleProperties(branches.head, sides.head.schemas, direction);
    return [...after].flatMap(([name, { schemas, required }]): Difference[] => {
      const was = before.get(name);
      if (!was || was.required === required) return [];
      const pointer = sides.head.schemas.pointer(schemas);
      if (direction === "request") {
        const now = required ? "now" : "no longer";
        return [
          {
            field: name,
            level: required ? "breaking" : "feature",
            pointer,
            message: (value, subject) => `${subject.name} ${now} ${subject.verb("requires", "require")} ${value}`,
            migration: { what: "call", isRequired: required },
          },
        ];
      }
      const text = typeText(sides.base, was.schemas);
      return [
        {
          field: name,
          level: required ? "feature" : "breaking",
          pointer,
          message: (value, subject) =>
            `${subject.name} ${required ? "always" : "may"} ${required ? subject.gives : "leave out"} ${value}${subject.status}`,
          migration: { what: "result", how: "optional", before: text, after: `${text} | undefined` },
        },
      ];
    });
  },
);
