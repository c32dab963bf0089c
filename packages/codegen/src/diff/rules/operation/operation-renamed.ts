import { defineRule, type Rule } from "../../finding.ts";
import type { OperationPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** Another `operationId` at the same place: the function, its twins and its types have other names. */
export const operationRenamed: Rule<OperationPair> = defineRule("operation-renamed", ({ base, head }) => {
  const [before, after] = [base.model.id, head.model.id];
  if (before === after) return [];
  const say = (): string => `${quote(before)} is now ${quote(after)}`;
  return [{ level: "breaking", pointer: `${head.pointer}/operationId`, before, after, say, shows: { what: "call" } }];
});
