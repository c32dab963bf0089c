import type { Sides } from "../../match/sides.ts";
import { inBackticks } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";

export const operationRemoved: Rule<Sides> = defineRule(
  {
    id: "operation-removed",
    noun: "operation",
    checks: "An operation was removed.",
    levels: { both: { breaking: "The client no longer has its function." } },
  },
  ({ operations }) =>
    operations.removed.map(({ id, method, path, pointer }) => ({
      level: "breaking",
      pointer,
      operation: id,
      before: `${method.toUpperCase()} ${path}`,
      message: (_value, subject) => `${subject.name} was removed (${inBackticks(`${method.toUpperCase()} ${path}`)})`,
      migration: { what: "call" },
    })),
);
