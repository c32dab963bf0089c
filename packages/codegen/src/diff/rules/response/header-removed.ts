import { defineRule, type Rule } from "../../finding.ts";
import type { ResponsePair } from "../../pairs.ts";
import { quote } from "../quote.ts";
import { headersOf } from "./headers-of.ts";

/** A header of a response that is gone. */
export const headerRemoved: Rule<ResponsePair> = defineRule("header-removed", ({ all, base, head, status }) => {
  const after = headersOf(head);
  const gone = [...headersOf(base)].filter(([name]) => !after.has(name));
  return gone.map(([, name]) => ({
    level: "breaking",
    pointer: `${all.base.pointerOf(base)}/headers`,
    before: name,
    say: (_it, who) => `${who.name} no longer ${who.gives} the header ${quote(name)} with status ${status}`,
  }));
});
