import { defineRule, type Finding, type Rule } from "../../finding.ts";
import { fingerprintsOf } from "../../matching/schema-variants.ts";
import type { ContentPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/**
 * A further media type. One that is sent back breaks callers if it brings another type of data: the result is a union
 * then. Where there was no body at all, others tell of it.
 */
export const mediaTypeAdded: Rule<ContentPair> = defineRule(
  "media-type-added",
  ({ all, base, head, pointer, direction }) => {
    if (base.size === 0) return [];
    const prints = { base: fingerprintsOf(all.base.schemas), head: fingerprintsOf(all.head.schemas) };
    const known = new Set([...base.values()].map(({ schema }) => prints.base.of(schema ? [schema] : [])));
    return [...head].flatMap(([type, { schema }]): Finding[] => {
      if (base.has(type)) return [];
      const isNew = direction === "response" && !known.has(prints.head.of(schema ? [schema] : []));
      return [
        {
          level: isNew ? "breaking" : "feature",
          pointer: pointer.head,
          after: type,
          say: (_it, who) => {
            if (direction === "response")
              return `${who.name} may also ${who.gives.replace(/s$/, "")} ${quote(type)}${who.status}`;
            return `${who.name} also ${who.verb("takes", "take")} a body of ${quote(type)}`;
          },
        },
      ];
    });
  },
);
