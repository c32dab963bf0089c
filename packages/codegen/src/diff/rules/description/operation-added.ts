import { defineRule, type Rule } from "../../finding.ts";
import type { DescriptionPair } from "../../pairs.ts";
import { oneLine } from "../quote.ts";

/** A new function. */
export const operationAdded: Rule<DescriptionPair> = defineRule("operation-added", ({ operations }) =>
  operations.added.map(({ model, pointer }) => ({
    level: "feature",
    pointer,
    operation: model.id,
    after: `${model.method.toUpperCase()} ${model.path}`,
    say: (_it, who) => `${who.name} is new${summaryOf(model.summary)}`,
    shows: { what: "call" },
  })),
);

function summaryOf(summary: unknown): string {
  const text = oneLine(String(summary ?? ""))
    .replaceAll("`", "'")
    .replace(/\.$/, "");
  return text === "" ? "" : `: ${text}`;
}
