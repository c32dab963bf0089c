import { kebabCase } from "../../../names/names.ts";
import { defineRule, type Rule } from "../../finding.ts";
import { renamedTags, tagPointer, usedTags } from "../../matching/tags.ts";
import type { DescriptionPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** A tag that operations did not have: a new module. */
export const tagAdded: Rule<DescriptionPair> = defineRule("tag-added", (pair) => {
  const before = usedTags(pair.base);
  const renamed = new Set(renamedTags(pair).values());
  const fresh = [...usedTags(pair.head)].filter((tag) => !before.has(tag) && !renamed.has(tag));
  return fresh.map((tag) => {
    return {
      level: "feature",
      pointer: tagPointer(pair.head, tag),
      after: tag,
      say: () => `There is a new module ${quote(kebabCase(tag))}`,
    };
  });
});
