import { kebabCase } from "../../../names/names.ts";
import { defineRule, type Rule } from "../../finding.ts";
import { renamedTags, tagPointer } from "../../matching/tags.ts";
import type { DescriptionPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** A tag with another name: its module, and the resource of the class, unless `x-sdk-group` names it. */
export const tagRenamed: Rule<DescriptionPair> = defineRule("tag-renamed", (pair) =>
  [...renamedTags(pair)].map(([before, after]) => {
    const [from, to] = [kebabCase(before), kebabCase(after)];
    return {
      level: from === to ? "documentation" : "breaking",
      pointer: tagPointer(pair.head, after),
      before,
      after,
      say: () =>
        `The tag ${quote(before)} is named ${quote(after)}${from === to ? "" : `: the module ${quote(from)} is now ${quote(to)}`}`,
      ...(from !== to && { shows: { what: "module", from, to } }),
    };
  }),
);
