import { kebabCase } from "../../../names/names.ts";
import type { Sides } from "../../match/sides.ts";
import { renamedTags, tagPointer, usedTags } from "../../match/tags.ts";
import { inBackticks } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";

export const tagAdded: Rule<Sides> = defineRule(
  {
    id: "tag-added",
    noun: "tag",
    checks: "A tag was added.",
    levels: { both: { feature: "The client has a new module." } },
  },
  (pair) => {
    const before = usedTags(pair.base);
    const renamed = new Set(renamedTags(pair).values());
    const fresh = [...usedTags(pair.head)].filter((tag) => !before.has(tag) && !renamed.has(tag));
    return fresh.map((tag) => {
      return {
        level: "feature",
        pointer: tagPointer(pair.head, tag),
        after: tag,
        message: () => `There is a new module ${inBackticks(kebabCase(tag))}`,
      };
    });
  },
);
