import type { ContentPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const mediaTypeRemoved: Rule<ContentPair> = defineRule(
  {
    id: "media-type-removed",
    noun: "body",
    checks: "A media type was removed from a body that has others.",
    levels: { request: { breaking: "Callers still send it." }, response: { breaking: "Callers still expect it." } },
  },
  ({ base, head, pointer, direction }) => {
    if (head.size === 0) return [];
    return [...base.keys()].flatMap((type): Difference[] => {
      if (head.has(type)) return [];
      return [
        {
          level: "breaking",
          pointer: pointer.base,
          before: type,
          message: (_value, subject) => {
            return `${subject.name} no longer ${subject.handles(direction)} a body of type ${inBackticks(type)}${subject.status}`;
          },
          migration: { what: "call" },
        },
      ];
    });
  },
);
