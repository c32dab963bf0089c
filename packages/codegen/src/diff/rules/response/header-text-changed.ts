import type { ResponsePair } from "../../match/pairs.ts";
import { quote } from "../../report/quote.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";
import { headerOf, headersOf } from "./headers.ts";

export const headerTextChanged: Rule<ResponsePair> = defineRule(
  {
    id: "header-text-changed",
    noun: "response",
    checks: "The description of a header changed.",
    levels: { response: { documentation: "It is only documentation." } },
  },
  ({ sides, base, head, pointer, status }) => {
    const names = headersOf(base);
    return [...headersOf(head)].flatMap(([key, name]): Difference[] => {
      const was = names.get(key);
      if (was === undefined) return [];
      const before = String(headerOf(sides.base.document, base, was).description ?? "").trim();
      const after = String(headerOf(sides.head.document, head, name).description ?? "").trim();
      if (before === after) return [];
      const message: Difference["message"] = (_value, subject) =>
        `The header ${quote(name)} of ${subject.name} with status ${status} is documented differently`;
      return [{ level: "documentation", pointer: `${pointer}/headers`, after: name, message }];
    });
  },
);
