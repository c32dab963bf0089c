import type { ContentPair } from "../../match/pairs.ts";
import { stableJson } from "../../schema/stable-json.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const mediaExampleChanged: Rule<ContentPair> = defineRule(
  {
    id: "media-example-changed",
    noun: "body",
    checks: "The examples of a body changed.",
    levels: { both: { documentation: "They are only documentation." } },
  },
  ({ base, head, pointer, direction }) =>
    [...head].flatMap(([type, media]): Difference[] => {
      const [before, after] = [base.get(type)?.node, media.node];
      if (!before || stableJson([before.example, before.examples]) === stableJson([after.example, after.examples]))
        return [];
      const what = direction === "request" ? "body" : "result";
      const message: Difference["message"] = (_value, subject) =>
        `The ${what} of ${subject.name} has different examples${subject.status}`;
      return [{ level: "documentation", pointer: pointer.head, message }];
    }),
);
