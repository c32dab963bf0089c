import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { ContentPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** A media type that is gone; where the whole body is, others tell of it. */
export const mediaTypeRemoved: Rule<ContentPair> = defineRule(
  "media-type-removed",
  ({ base, head, pointer, direction }) => {
    if (head.size === 0) return [];
    return [...base.keys()].flatMap((type): Finding[] => {
      if (head.has(type)) return [];
      return [
        {
          level: "breaking",
          pointer: pointer.base,
          before: type,
          say: (_it, who) => {
            const what = `${direction === "request" ? who.verb("takes", "take") : who.gives} a body of ${quote(type)}`;
            return `${who.name} no longer ${what}${who.status}`;
          },
          shows: { what: "call" },
        },
      ];
    });
  },
);
