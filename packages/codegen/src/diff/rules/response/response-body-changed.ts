import { defineRule, type Rule } from "../../finding.ts";
import type { ResponsePair } from "../../pairs.ts";

/** A body where there was none, or none where there was one. */
export const responseBodyChanged: Rule<ResponsePair> = defineRule(
  "response-body-changed",
  ({ base, head, pointer, status }) => {
    const [before, after] = [base, head].map(({ content }) => Object.keys(content ?? {}).length > 0);
    if (before === after) return [];
    return [
      {
        level: after ? "feature" : "breaking",
        pointer,
        say: (_it, who) => `${who.name} ${after ? "now" : "no longer"} ${who.gives} a body with status ${status}`,
      },
    ];
  },
);
