import type { ResponsePair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";
import { headersByName } from "./headers.ts";

export const headerTextChanged: Rule<ResponsePair> = defineRule(
  {
    id: "header-text-changed",
    noun: "response",
    checks: "The description of a header changed.",
    levels: { response: { documentation: "It is only documentation." } },
  },
  ({ base, head, pointer, status }) => {
    const headers = headersByName(base);
    return [...headersByName(head)].flatMap(([key, { name, description }]): Difference[] => {
      const was = headers.get(key);
      if (was === undefined) return [];
      const before = was.description.trim();
      const after = description.trim();
      if (before === after) return [];
      const message: Difference["message"] = (_value, subject) =>
        `The header ${inBackticks(name)} of ${subject.name} with status ${status} is documented differently`;
      return [{ level: "documentation", pointer: `${pointer}/headers`, after: name, message }];
    });
  },
);
