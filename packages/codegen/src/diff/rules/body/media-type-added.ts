import type { ContentPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { fingerprintsOf } from "../../schema/fingerprint.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const mediaTypeAdded: Rule<ContentPair> = defineRule(
  {
    id: "media-type-added",
    noun: "body",
    checks: "A media type was added to a body.",
    levels: {
      request: { feature: "Callers may send it." },
      response: {
        breaking: "It has another schema, so the result becomes a union.",
        feature: "It has the same schema as another one.",
      },
    },
  },
  ({ sides, base, head, pointer, direction }) => {
    if (base.size === 0) return [];
    const prints = { base: fingerprintsOf(sides.base.schemas), head: fingerprintsOf(sides.head.schemas) };
    const known = new Set([...base.values()].map(({ schema }) => prints.base.of(schema ? [schema] : [])));
    return [...head].flatMap(([type, { schema }]): Difference[] => {
      if (base.has(type)) return [];
      const isNew = direction === "response" && !known.has(prints.head.of(schema ? [schema] : []));
      return [
        {
          level: isNew ? "breaking" : "feature",
          pointer: pointer.head,
          after: type,
          message: (_value, subject) => {
            if (direction === "response")
              return `${subject.name} may also ${subject.give} ${inBackticks(type)}${subject.status}`;
            return `${subject.name} also ${subject.verb("takes", "take")} a body of type ${inBackticks(type)}`;
          },
        },
      ];
    });
  },
);
