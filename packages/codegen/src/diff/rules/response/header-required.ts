import type { ResponsePair } from "../../match/pairs.ts";
import { quote } from "../../report/quote.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";
import { headerOf, headersOf } from "./headers.ts";

export const headerRequired: Rule<ResponsePair> = defineRule(
  {
    id: "header-required",
    noun: "response",
    checks: "A header of a response became required or optional.",
    levels: {
      response: { breaking: "Callers rely on it, and it may be missing.", feature: "Callers can rely on it." },
    },
  },
  ({ sides, base, head, pointer, status }) => {
    const names = headersOf(base);
    return [...headersOf(head)].flatMap(([key, name]): Difference[] => {
      const was = names.get(key);
      if (was === undefined) return [];
      const before = headerOf(sides.base.document, base, was).required === true;
      const after = headerOf(sides.head.document, head, name).required === true;
      if (before === after) return [];
      const message: Difference["message"] = (_value, subject) => {
        const verb = after ? `always ${subject.gives}` : "may leave out";
        return `${subject.name} ${verb} the header ${quote(name)} with status ${status}`;
      };
      return [{ level: after ? "feature" : "breaking", pointer: `${pointer}/headers`, after: name, message }];
    });
  },
);
