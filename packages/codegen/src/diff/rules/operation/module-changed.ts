import { kebabCase } from "../../../names/names.ts";
import { defineRule, type Rule } from "../../finding.ts";
import { renamedTags } from "../../matching/tags.ts";
import type { OperationPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** Another first tag: the function stands in another module. Where the whole tag has a new name, that is said once. */
export const moduleChanged: Rule<OperationPair> = defineRule("module-changed", ({ all, base, head }) => {
  const [before, after] = [base.model.tag ?? "default", head.model.tag ?? "default"];
  if (kebabCase(before) === kebabCase(after) || renamedTags(all).get(before) === after) return [];
  const [from, to] = [kebabCase(before), kebabCase(after)];
  return [
    {
      level: "breaking",
      pointer: `${head.pointer}/tags`,
      before,
      after,
      say: (_it, who) => `${who.name} is in the module ${quote(to)}; it was in ${quote(from)}`,
      shows: { what: "import" },
    },
  ];
});
