import type { DescribedOperation } from "../../described.ts";
import { defineRule, type Rule } from "../../finding.ts";
import type { OperationPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** Another `x-sdk-group` or `x-sdk-method`: the method of the class has another name. */
export const methodRenamed: Rule<OperationPair> = defineRule("method-renamed", ({ base, head }) => {
  const [before, after] = [nameOf(base), nameOf(head)];
  const isNamed = [base, head].some(
    ({ node }) => node["x-sdk-group"] !== undefined || node["x-sdk-method"] !== undefined,
  );
  // Without names of its own, the method follows the function and its tag, of which other rules tell.
  if (before === after || !isNamed) return [];
  const say = (): string => `The method ${quote(before)} is now ${quote(after)}`;
  return [{ level: "breaking", pointer: head.pointer, before, after, say, shows: { what: "method", before, after } }];
});

function nameOf({ method }: DescribedOperation): string {
  return `${method.resource}.${method.name}`;
}
