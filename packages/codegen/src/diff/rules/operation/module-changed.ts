import { kebabCase } from "../../../names/names.ts";
import type { OperationPair } from "../../match/pairs.ts";
import { renamedTags } from "../../match/tags.ts";
import { inBackticks } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";

export const moduleChanged: Rule<OperationPair> = defineRule(
  {
    id: "module-changed",
    noun: "operation",
    checks: "The first tag of an operation changed, and not because the whole tag was renamed.",
    levels: { both: { breaking: "The function is imported from another module." } },
  },
  ({ sides, base, head }) => {
    const [before, after] = [base.tag ?? "default", head.tag ?? "default"];
    if (kebabCase(before) === kebabCase(after) || renamedTags(sides).get(before) === after) return [];
    const [from, to] = [kebabCase(before), kebabCase(after)];
    return [
      {
        level: "breaking",
        pointer: `${head.pointer}/tags`,
        before,
        after,
        message: (_value, subject) =>
          `${subject.name} moved from the module ${inBackticks(from)} to ${inBackticks(to)}`,
        migration: { what: "import" },
      },
    ];
  },
);
