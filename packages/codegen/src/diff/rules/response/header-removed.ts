import type { ResponsePair } from "../../match/pairs.ts";
import { quote } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";
import { headersOf } from "./headers.ts";

export const headerRemoved: Rule<ResponsePair> = defineRule(
  {
    id: "header-removed",
    noun: "response",
    checks: "A header was removed from a response.",
    levels: { response: { breaking: "Callers still read it." } },
  },
  ({ sides, base, head, status }) => {
    const after = headersOf(head);
    const gone = [...headersOf(base)].filter(([name]) => !after.has(name));
    return gone.map(([, name]) => ({
      level: "breaking",
      pointer: `${sides.base.pointerOf(base)}/headers`,
      before: name,
      message: (_value, subject) =>
        `${subject.name} no longer ${subject.gives} the header ${quote(name)} with status ${status}`,
    }));
  },
);
