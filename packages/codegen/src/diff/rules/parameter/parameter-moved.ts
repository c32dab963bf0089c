import type { ParameterPair } from "../../match/pairs.ts";
import { defineRule, type Rule } from "../rule.ts";

const PLACES: Readonly<Record<string, string>> = {
  path: "in the path",
  query: "in the query",
  header: "as a header",
  cookie: "as a cookie",
};

export const parameterMoved: Rule<ParameterPair> = defineRule(
  {
    id: "parameter-moved",
    noun: "parameter",
    checks: "A parameter moved to another place: path, query, header or cookie.",
    levels: { request: { breaking: "Programs that are not updated send it in the old place." } },
  },
  ({ base, head, pointer }) => {
    const [before, after] = [base.in, head.in];
    if (before === after) return [];
    return [
      {
        level: "breaking",
        pointer,
        before,
        after,
        message: (value, subject) =>
          `${subject.name} now ${subject.verb("sends", "send")} ${value} ${PLACES[after]} instead of ${PLACES[before]}`,
      },
    ];
  },
);
