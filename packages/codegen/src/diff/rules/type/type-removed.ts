import type { TypesPair } from "../../match/pairs.ts";
import type { ExportedType } from "../../match/types.ts";
import { inBackticks } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";

export const typeRemoved: Rule<TypesPair> = defineRule(
  {
    id: "type-removed",
    noun: "type",
    checks: "The exported type of a component schema was removed, and no new type is like it.",
    levels: { both: { breaking: "Programs that import the type no longer compile." } },
  },
  ({ sides }) =>
    sides.types.removed.map((type) => {
      const equal = equalTypeOf(type, sides.types.pairs);
      return {
        level: "breaking",
        pointer: sides.base.schemas.pointer([type.schema]),
        before: type.name,
        ...(equal && { after: equal.name }),
        message: () =>
          `The type ${inBackticks(type.name)} was removed${equal ? `; ${inBackticks(equal.name)} has the same fields` : ""}`,
        migration: { what: "type", before: type.name, ...(equal && { after: equal.name }) },
      };
    }),
);

/** A type of the same meaning, if it has fields that tell so. */
function equalTypeOf(
  { branches, fingerprint }: ExportedType,
  pairs: TypesPair["sides"]["types"]["pairs"],
): ExportedType | undefined {
  if (!branches.some(({ properties }) => properties.size > 0)) return undefined;
  return pairs.find(({ head }) => head.fingerprint === fingerprint)?.head;
}
