import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { ContentPair } from "../../pairs.ts";
import { stable } from "../../schema/stable.ts";
import { quote } from "../quote.ts";

/** Parts of a form that are written otherwise (`encoding`). */
export const encodingChanged: Rule<ContentPair> = defineRule("encoding-changed", ({ base, head, pointer }) =>
  [...head].flatMap(([type, media]): Finding[] => {
    const before = base.get(type);
    if (!before || stable(before.encoding ?? {}) === stable(media.encoding ?? {})) return [];
    const say: Finding["say"] = (_it, who) =>
      `${who.name} ${who.verb("writes", "write")} parts of ${quote(type)} in another way`;
    return [{ level: "breaking", pointer: pointer.head, before: before.encoding, after: media.encoding, say }];
  }),
);
