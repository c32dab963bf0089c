import type { Sides } from "../../match/sides.ts";
import { oneLine } from "../../report/quote.ts";
import { defineRule, type Rule } from "../rule.ts";

export const operationAdded: Rule<Sides> = defineRule(
  {
    id: "operation-added",
    noun: "operation",
    checks: "An operation was added.",
    levels: { both: { feature: "The client has a new function." } },
  },
  ({ operations }) =>
    operations.added.map(({ id, method, path, summary, pointer }) => ({
      level: "feature",
      pointer,
      operation: id,
      after: `${method.toUpperCase()} ${path}`,
      message: (_value, subject) => `${subject.name} is new${summaryOf(summary)}`,
      migration: { what: "call" },
    })),
);

function summaryOf(summary: unknown): string {
  const text = oneLine(String(summary ?? ""))
    .replaceAll("`", "'")
    .replace(/\.$/, "");
  return text === "" ? "" : `: ${text}`;
}
