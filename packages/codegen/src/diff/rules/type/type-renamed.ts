import type { TypesPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";

export const typeRenamed: Rule<TypesPair> = defineRule(
  {
    id: "type-renamed",
    noun: "type",
    checks:
      "The exported type of a component schema has a new name. The types of an operation (`…Params`, `…Result`) follow its name, which `operation-renamed` reports.",
    levels: { both: { breaking: "Programs that import the type by its old name no longer compile." } },
  },
  ({ sides }) =>
    sides.types.pairs.flatMap(({ base, head }) => {
      const [before, after] = [base.name, head.name];
      if (before === after) return [];
      return [
        {
          level: "breaking",
          pointer: sides.head.schemas.pointer([head.schema]),
          before,
          after,
          message: () => `The type ${inBackticks(before)} is now ${inBackticks(after)}`,
          migration: { what: "type", before, after },
        },
      ];
    }),
);
