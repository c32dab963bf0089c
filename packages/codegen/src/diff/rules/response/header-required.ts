import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { ResponsePair } from "../../pairs.ts";
import { quote } from "../quote.ts";
import { headerOf, headersOf } from "./headers-of.ts";

/** A header of a response that may be missing now, or is always there. */
export const headerRequired: Rule<ResponsePair> = defineRule(
  "header-required",
  ({ all, base, head, pointer, status }) => {
    const names = headersOf(base);
    return [...headersOf(head)].flatMap(([key, name]): Finding[] => {
      const was = names.get(key);
      if (was === undefined) return [];
      const before = headerOf(all.base.document, base, was).required === true;
      const after = headerOf(all.head.document, head, name).required === true;
      if (before === after) return [];
      const say: Finding["say"] = (_it, who) => {
        const verb = after ? `always ${who.gives}` : "may leave out";
        return `${who.name} ${verb} the header ${quote(name)} with status ${status}`;
      };
      return [{ level: after ? "feature" : "breaking", pointer: `${pointer}/headers`, after: name, say }];
    });
  },
);
