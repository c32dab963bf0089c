import type { ContentPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { stableJson } from "../../schema/stable-json.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const encodingChanged: Rule<ContentPair> = defineRule(
  {
    id: "encoding-changed",
    noun: "body",
    checks: "The `encoding` of the parts of a form changed.",
    levels: {
      request: { breaking: "Programs that are not updated encode the parts as before." },
      response: { breaking: "Callers decode the parts as before." },
    },
  },
  ({ base, head, pointer }) =>
    [...head].flatMap(([type, media]): Difference[] => {
      const [before, after] = [base.get(type)?.node, media.node];
      if (!before || stableJson(before.encoding ?? {}) === stableJson(after.encoding ?? {})) return [];
      const message: Difference["message"] = (_value, subject) =>
        `${subject.name} ${subject.verb("encodes", "encode")} the parts of ${inBackticks(type)} differently`;
      return [{ level: "breaking", pointer: pointer.head, before: before.encoding, after: after.encoding, message }];
    }),
);
