import type { Sides } from "../../match/sides.ts";
import { quoteValue } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";

export const serverChanged: Rule<Sides> = defineRule(
  {
    id: "server-changed",
    noun: "description",
    checks: "The server that a client uses without a `baseUrl` changed.",
    levels: {
      both: {
        breaking: "There is none any more: each client needs a `baseUrl`.",
        feature: "There was none: clients no longer need a `baseUrl`.",
        fix: "Requests go to another address.",
      },
    },
  },
  ({ base, head }) => {
    const [before, after] = [base.model.baseUrl, head.model.baseUrl];
    if (before === after) return [];
    const message = (): string => {
      if (after === undefined) return `There is no default \`baseUrl\` any more; it was ${quoteValue(before)}`;
      const instead = before === undefined ? "" : ` instead of ${quoteValue(before)}`;
      return `The default \`baseUrl\` is now ${quoteValue(after)}${instead}`;
    };
    const level = after === undefined ? "breaking" : before === undefined ? "feature" : "fix";
    const pointer = head.model.servers.length > 0 ? "#/servers" : "#";
    return [{ level, pointer, before, after, message }];
  },
);
