import { defineRule, type Rule } from "../../finding.ts";
import { fingerprintsOf } from "../../matching/schema-variants.ts";
import type { ContentPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/**
 * Another first media type: calls that name no `contentType` are sent as that. Where it holds other data, they do not
 * compile any more. Where the old one is gone, others tell of it.
 */
export const defaultMediaTypeChanged: Rule<ContentPair> = defineRule(
  "default-media-type-changed",
  ({ all, base, head, pointer, isArgument }) => {
    const [[before, was] = [], [after, is] = []] = [[...base][0], [...head][0]];
    if (!isArgument || before === undefined || after === undefined || before === after || !head.has(before)) return [];
    const prints = [
      fingerprintsOf(all.base.schemas).of(was?.schema ? [was.schema] : []),
      fingerprintsOf(all.head.schemas).of(is?.schema ? [is.schema] : []),
    ];
    return [
      {
        level: prints[0] === prints[1] ? "fix" : "breaking",
        pointer: pointer.head,
        before,
        after,
        say: (_it, who) =>
          `Without a \`contentType\`, ${who.name} ${who.verb("sends", "send")} ${quote(after)}; it was ${quote(before)}`,
        shows: { what: "call" },
      },
    ];
  },
);
