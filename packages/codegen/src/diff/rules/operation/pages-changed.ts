import type { OperationPair } from "../../match/pairs.ts";
import { stableJson } from "../../schema/stable-json.ts";
import { defineRule, type Rule } from "../rule.ts";

export const pagesChanged: Rule<OperationPair> = defineRule(
  {
    id: "pages-changed",
    noun: "operation",
    checks: "The pagination of an operation changed (`x-sdk-pagination`).",
    levels: {
      both: {
        breaking: "`paginate` no longer takes the operation.",
        feature: "`paginate` takes the operation now.",
        fix: "`paginate` finds the next page in another way; calls stay the same.",
      },
    },
  },
  ({ base, head }) => {
    const [before, after] = [pagesOf(base), pagesOf(head)];
    if (stableJson(before) === stableJson(after)) return [];
    const level = !after ? "breaking" : before ? "fix" : "feature";
    return [
      {
        level,
        pointer: head.pointer,
        before: before?.kind,
        after: after?.kind,
        message: (_value, subject) => {
          if (!after) return `${subject.name} is no longer paginated: \`paginate\` does not take it`;
          return before
            ? `${subject.name} is paginated differently`
            : `${subject.name} is now paginated: \`paginate\` takes it`;
        },
        ...(level === "breaking" && { migration: { what: "pages" } }),
      },
    ];
  },
);

/** The pagination without the type of the items, which does not change how pages are found. */
function pagesOf({ pages }: OperationPair["base"]): { readonly kind: string } | undefined {
  if (!pages) return undefined;
  const { itemSchema, ...others } = pages;
  return others;
}
