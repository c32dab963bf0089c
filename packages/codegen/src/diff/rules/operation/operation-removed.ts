import type { Sides } from "../../match/sides.ts";
import { quote } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";

export const operationRemoved: Rule<Sides> = defineRule(
  {
    id: "operation-removed",
    noun: "operation",
    checks: "An operation was removed.",
    levels: { both: { breaking: "The client no longer has its function." } },
  },
  ({ operations }) =>
    operations.removed.map(({ model, pointer }) => ({
      level: "breaking",
      pointer,
      operation: model.id,
      before: `${model.method.toUpperCase()} ${model.path}`,
      message: (_value, subject) =>
        `${subject.name} was removed (${quote(`${model.method.toUpperCase()} ${model.path}`)})`,
      migration: { what: "call" },
    })),
);
