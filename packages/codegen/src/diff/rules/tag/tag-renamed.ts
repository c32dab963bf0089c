import { kebabCase } from "../../../names/names.ts";
import type { Sides } from "../../match/sides.ts";
import { renamedTags, tagPointer } from "../../match/tags.ts";
import { inBackticks } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";

export const tagRenamed: Rule<Sides> = defineRule(
  {
    id: "tag-renamed",
    noun: "tag",
    checks: "A tag was renamed: everything that is left of it has the same new tag.",
    levels: {
      both: {
        breaking: "The module and the resource of the client have new names.",
        documentation: "The module has the same name as before.",
      },
    },
  },
  (pair) =>
    [...renamedTags(pair)].map(([before, after]) => {
      const [from, to] = [kebabCase(before), kebabCase(after)];
      return {
        level: from === to ? "documentation" : "breaking",
        pointer: tagPointer(pair.head, after),
        before,
        after,
        message: () =>
          `The tag ${inBackticks(before)} is now ${inBackticks(after)}${from === to ? "" : `, and the module ${inBackticks(from)} is now ${inBackticks(to)}`}`,
        ...(from !== to && { migration: { what: "module", from, to } }),
      };
    }),
);
