import type { ResponsesPair } from "../../match/pairs.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";
import { statusName } from "./status-added.ts";

export const statusRemoved: Rule<ResponsesPair> = defineRule(
  {
    id: "status-removed",
    noun: "response",
    checks: "A documented status was removed.",
    levels: { both: { breaking: "The body of that status no longer has a type." } },
  },
  ({ sides, base, head }) =>
    [...base].flatMap(([status, response]): Difference[] => {
      if (head.has(status)) return [];
      return [
        {
          level: "breaking",
          pointer: sides.base.pointerOf(response.node),
          before: status,
          message: (_value, subject) =>
            `${subject.name} no longer ${subject.verb("documents", "document")} ${statusName(status)}`,
          migration: { what: "status", status },
        },
      ];
    }),
);
