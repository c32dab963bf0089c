import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { ResponsesPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** A status that is not documented any more: who tells answers apart by it gets no type for its body. */
export const statusRemoved: Rule<ResponsesPair> = defineRule("status-removed", ({ all, base, head }) =>
  [...base].flatMap(([status, response]): Finding[] => {
    if (head.has(status)) return [];
    return [
      {
        level: "breaking",
        pointer: all.base.pointerOf(response),
        before: status,
        say: (_it, who) =>
          `${who.name} no longer ${who.verb("documents", "document")} ${status === "default" ? "other statuses" : `status ${quote(status)}`}`,
        shows: { what: "status", status },
      },
    ];
  }),
);
