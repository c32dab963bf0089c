import { defineRule, type Rule } from "../../finding.ts";
import type { ResponsePair } from "../../pairs.ts";
import { quote } from "../quote.ts";
import { headersOf } from "./headers-of.ts";

/** A new header of a response. */
export const headerAdded: Rule<ResponsePair> = defineRule("header-added", ({ base, head, pointer, status }) => {
  const before = headersOf(base);
  const fresh = [...headersOf(head)].filter(([name]) => !before.has(name));
  return fresh.map(([, name]) => ({
    level: "feature",
    pointer: `${pointer}/headers`,
    after: name,
    say: (_it, who) => `${who.name} also ${who.gives} the header ${quote(name)} with status ${status}`,
  }));
});
