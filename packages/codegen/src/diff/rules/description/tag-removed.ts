import { kebabCase } from "../../../names/names.ts";
import { defineRule, type Rule } from "../../finding.ts";
import { renamedTags, tagPointer, usedTags } from "../../matching/tags.ts";
import type { DescriptionPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** A tag that no operation has any more: its module is gone. */
export const tagRemoved: Rule<DescriptionPair> = defineRule("tag-removed", (pair) => {
  const after = usedTags(pair.head);
  const renamed = renamedTags(pair);
  const gone = [...usedTags(pair.base)].filter((tag) => !after.has(tag) && !renamed.has(tag));
  return gone.map((tag) => {
    return {
      level: "breaking",
      pointer: tagPointer(pair.base, tag),
      before: tag,
      say: () => `The module ${quote(kebabCase(tag))} is gone`,
    };
  });
});
