import { dereference, type Parameter, type Response } from "../../../description/openapi.ts";
import type { Described } from "../../described.ts";
import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { ResponsePair } from "../../pairs.ts";
import { quote } from "../quote.ts";
import { headersOf } from "./headers-of.ts";

/** A header of a response that may be missing now, or is always there. */
export const headerRequired: Rule<ResponsePair> = defineRule(
  "header-required",
  ({ all, base, head, pointer, status }) => {
    const names = headersOf(base);
    return [...headersOf(head)].flatMap(([key, name]): Finding[] => {
      const was = names.get(key);
      if (was === undefined) return [];
      const [before, after] = [isRequired(all.base, base, was), isRequired(all.head, head, name)];
      if (before === after) return [];
      const say: Finding["say"] = (_it, who) => {
        const verb = after ? `always ${who.gives}` : "may leave out";
        return `${who.name} ${verb} the header ${quote(name)} with status ${status}`;
      };
      return [{ level: after ? "feature" : "breaking", pointer: `${pointer}/headers`, after: name, say }];
    });
  },
);

function isRequired({ document }: Described, { headers }: Response, name: string): boolean {
  return dereference<Parameter>(document, headers?.[name] as Parameter | undefined)?.required === true;
}
