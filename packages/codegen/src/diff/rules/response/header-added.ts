import type { ResponsePair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";
import { headersByName } from "./headers.ts";

export const headerAdded: Rule<ResponsePair> = defineRule(
  {
    id: "header-added",
    noun: "response",
    checks: "A header was added to a response.",
    levels: { response: { feature: "Callers get more than before." } },
  },
  ({ base, head, pointer, status }) => {
    const before = headersByName(base);
    const added = [...headersByName(head)].filter(([name]) => !before.has(name));
    return added.map(([, { name }]) => ({
      level: "feature",
      pointer: `${pointer}/headers`,
      after: name,
      message: (_value, subject) =>
        `${subject.name} also ${subject.gives} the header ${inBackticks(name)} with status ${status}`,
    }));
  },
);
