import type { ResponsePair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";
import { headersByName } from "./headers.ts";

export const headerRequired: Rule<ResponsePair> = defineRule(
  {
    id: "header-required",
    noun: "response",
    checks: "A header of a response became required or optional.",
    levels: {
      response: { breaking: "Callers rely on it, and it may be missing.", feature: "Callers can rely on it." },
    },
  },
  ({ base, head, pointer, status }) => {
    const headers = headersByName(base);
    return [...headersByName(head)].flatMap(([key, { name, node }]): Difference[] => {
      const was = headers.get(key);
      if (was === undefined) return [];
      const before = was.node.required === true;
      const after = node.required === true;
      if (before === after) return [];
      const message: Difference["message"] = (_value, subject) => {
        const verb = after ? `always ${subject.gives}` : "may leave out";
        return `${subject.name} ${verb} the header ${inBackticks(name)} with status ${status}`;
      };
      return [{ level: after ? "feature" : "breaking", pointer: `${pointer}/headers`, after: name, message }];
    });
  },
);
