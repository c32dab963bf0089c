import { kebabCase } from "../../../names/names.ts";
import type { Sides } from "../../match/sides.ts";
import { renamedTags, tagPointer, usedTags } from "../../match/tags.ts";
import { inBackticks } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";

export const tagRemoved: Rule<Sides> = defineRule(
  {
    id: "tag-removed",
    noun: "tag",
    checks: "A tag was removed: no operation has it first any more.",
    levels: { both: { breaking: "The client no longer has its module." } },
  },
  (pair) => {
    const after = usedTags(pair.head);
    const renamed = renamedTags(pair);
    const gone = [...usedTags(pair.base)].filter((tag) => !after.has(tag) && !renamed.has(tag));
    return gone.map((tag) => {
      return {
        level: "breaking",
        pointer: tagPointer(pair.base, tag),
        before: tag,
        message: () => `The module ${inBackticks(kebabCase(tag))} was removed`,
      };
    });
  },
);
