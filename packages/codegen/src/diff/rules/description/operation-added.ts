import { defineRule, type Rule } from "../../finding.ts";
import type { DescriptionPair } from "../../pairs.ts";

/** A new function. */
export const operationAdded: Rule<DescriptionPair> = defineRule("operation-added", ({ operations }) =>
  operations.added.map(({ model, pointer }) => ({
    level: "feature",
    pointer,
    operation: model.id,
    after: `${model.method.toUpperCase()} ${model.path}`,
    say: (_it, who) =>
      `${who.name} is new${model.summary ? `: ${model.summary.replace(/\s+/g, " ").trim().replace(/\.$/, "")}` : ""}`,
    shows: { what: "call" },
  })),
);
