import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { ResponsePair } from "../../pairs.ts";
import { quote } from "../quote.ts";
import { headerOf, headersOf } from "./headers-of.ts";

/** What is said about a header of a response, which the pages of the documentation say, too. */
export const headerTextChanged: Rule<ResponsePair> = defineRule(
  "header-text-changed",
  ({ all, base, head, pointer, status }) => {
    const names = headersOf(base);
    return [...headersOf(head)].flatMap(([key, name]): Finding[] => {
      const was = names.get(key);
      if (was === undefined) return [];
      const before = String(headerOf(all.base.document, base, was).description ?? "").trim();
      const after = String(headerOf(all.head.document, head, name).description ?? "").trim();
      if (before === after) return [];
      const say: Finding["say"] = (_it, who) =>
        `The header ${quote(name)} of ${who.name} is described in other words with status ${status}`;
      return [{ level: "documentation", pointer: `${pointer}/headers`, after: name, say }];
    });
  },
);
