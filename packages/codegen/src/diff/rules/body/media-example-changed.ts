import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { ContentPair } from "../../pairs.ts";
import { stable } from "../../schema/stable.ts";

/** Other examples of a body. */
export const mediaExampleChanged: Rule<ContentPair> = defineRule(
  "media-example-changed",
  ({ base, head, pointer, direction }) =>
    [...head].flatMap(([type, media]): Finding[] => {
      const before = base.get(type);
      if (!before || stable([before.example, before.examples]) === stable([media.example, media.examples])) return [];
      const what = direction === "request" ? "body" : "result";
      const say: Finding["say"] = (_it, who) => `The ${what} of ${who.name} has other examples${who.status}`;
      return [{ level: "documentation", pointer: pointer.head, say }];
    }),
);
