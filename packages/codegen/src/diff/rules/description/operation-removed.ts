import { defineRule, type Rule } from "../../finding.ts";
import type { DescriptionPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** A function that is gone. */
export const operationRemoved: Rule<DescriptionPair> = defineRule("operation-removed", ({ operations }) =>
  operations.removed.map(({ model, pointer }) => ({
    level: "breaking",
    pointer,
    operation: model.id,
    before: `${model.method.toUpperCase()} ${model.path}`,
    say: (_it, who) => `${who.name} is gone (${quote(`${model.method.toUpperCase()} ${model.path}`)})`,
    shows: { what: "call" },
  })),
);
