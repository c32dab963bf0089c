import type { ContentPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { fingerprintsOf } from "../../schema/fingerprint.ts";
import { defineRule, type Rule } from "../rule.ts";

export const defaultMediaTypeChanged: Rule<ContentPair> = defineRule(
  {
    id: "default-media-type-changed",
    noun: "body",
    checks: "The first media type of a request body changed. Calls without a `contentType` send it.",
    levels: {
      request: {
        breaking: "It has another schema, so such calls no longer compile.",
        fix: "It has the same schema: such calls only send it in another form.",
      },
    },
  },
  ({ sides, base, head, pointer, isArgument }) => {
    const [[before, was] = [], [after, is] = []] = [[...base][0], [...head][0]];
    if (!isArgument || before === undefined || after === undefined || before === after || !head.has(before)) return [];
    const prints = [
      fingerprintsOf(sides.base.schemas).of(was?.schema ? [was.schema] : []),
      fingerprintsOf(sides.head.schemas).of(is?.schema ? [is.schema] : []),
    ];
    return [
      {
        level: prints[0] === prints[1] ? "fix" : "breaking",
        pointer: pointer.head,
        before,
        after,
        message: (_value, subject) =>
          `Without a \`contentType\`, ${subject.name} now ${subject.verb("sends", "send")} ${inBackticks(after)} instead of ${inBackticks(before)}`,
        migration: { what: "call" },
      },
    ];
  },
);
