import type { TypesPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";

export const typeAdded: Rule<TypesPair> = defineRule(
  {
    id: "type-added",
    noun: "type",
    checks: "A component schema was added that nothing refers to. Any other new type comes with what uses it.",
    levels: { both: { feature: "Programs can import its type." } },
  },
  ({ sides, unreferenced }) => {
    const added = sides.types.added.filter(({ component }) => unreferenced.head.has(component));
    return added.map(({ name, schema }) => ({
      level: "feature",
      pointer: sides.head.schemas.pointer([schema]),
      after: name,
      message: () => `There is a new type ${inBackticks(name)}`,
    }));
  },
);
