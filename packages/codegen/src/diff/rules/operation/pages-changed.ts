import { defineRule, type Rule } from "../../finding.ts";
import type { OperationPair } from "../../pairs.ts";
import { stable } from "../../schema/stable.ts";

/** Whether and how the pages of a list follow each other (`x-sdk-pagination`). */
export const pagesChanged: Rule<OperationPair> = defineRule("pages-changed", ({ base, head }) => {
  const [before, after] = [pagesOf(base), pagesOf(head)];
  if (stable(before) === stable(after)) return [];
  const level = !after ? "breaking" : before ? "fix" : "feature";
  return [
    {
      level,
      pointer: head.pointer,
      before: before?.kind,
      after: after?.kind,
      say: (_it, who) => {
        if (!after) return `${who.name} has no pages any more: \`paginate\` does not take it`;
        return before
          ? `The pages of ${who.name} follow each other in another way`
          : `${who.name} has pages: \`paginate\` goes through them`;
      },
      ...(level === "breaking" && { shows: { what: "pages" } }),
    },
  ];
});

/** The name of the elements' type says nothing of how pages follow each other. */
function pagesOf({ model }: OperationPair["base"]): { readonly kind: string } | undefined {
  if (!model.pages) return undefined;
  const { itemSchema, ...pages } = model.pages;
  return pages;
}
