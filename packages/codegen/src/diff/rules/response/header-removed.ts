import type { ResponsePair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";
import { headersByName } from "./headers.ts";

export const headerRemoved: Rule<ResponsePair> = defineRule(
  {
    id: "header-removed",
    noun: "response",
    checks: "A header was removed from a response.",
    levels: { response: { breaking: "Callers still read it." } },
  },
  ({ sides, base, head, status }) => {
    const after = headersByName(head);
    const removed = [...headersByName(base)].filter(([name]) => !after.has(name));
    return removed.map(([, { name }]) => ({
      level: "breaking",
      pointer: `${sides.base.pointerOf(base.node)}/headers`,
      before: name,
      message: (_value, subject) =>
        `${subject.name} no longer ${subject.gives} the header ${inBackticks(name)} with status ${status}`,
    }));
  },
);
