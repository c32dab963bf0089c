import type { DescribedOperation } from "../../described.ts";
import { defineRule, type Finding, type Rule } from "../../finding.ts";
import type { OperationPair } from "../../pairs.ts";
import { quote } from "../quote.ts";

/** Arguments of the class's method that are called otherwise (`x-sdk-name`), stand elsewhere, or moved to `body`. */
export const argumentsChanged: Rule<OperationPair> = defineRule("arguments-changed", ({ base, head }) => {
  const name = `${head.method.resource}.${head.method.name}`;
  const finding = (what: string, before?: string, after?: string): Finding => {
    const say = (): string => `The method ${quote(name)} ${what}`;
    return { level: "breaking", pointer: head.pointer, before, after, say };
  };
  const findings: Finding[] = [];
  const [old, now] = [namedArguments(base), namedArguments(head)];
  for (const [target, before] of old) {
    const after = now.get(target);
    if (after !== undefined && after !== before)
      findings.push(finding(`takes ${quote(after)} in place of ${quote(before)}`, before, after));
  }
  const [positions, places] = [pathArguments(base), pathArguments(head)];
  if (positions.length === places.length && positions.join() !== places.join() && sameNames(positions, places)) {
    findings.push(
      finding(`takes ${places.map(quote).join(", ")} in this order`, positions.join(", "), places.join(", ")),
    );
  }
  if (base.model.body && head.model.body) {
    const [wasFlat, isFlat] = [base, head].map(({ method }) => method.properties !== undefined);
    if (wasFlat && !isFlat) findings.push(finding("takes the body as `body`, no longer its fields"));
    if (!wasFlat && isFlat) findings.push(finding("takes the fields of the body, no longer `body`"));
  }
  return findings;
});

/** Names of the arguments by what they stand for. */
function namedArguments({ method }: DescribedOperation): Map<string, string> {
  const named = [
    ...method.parameters.map(({ target, name }) => [`parameter ${target}`, name] as const),
    ...(method.properties ?? []).map(({ target, name }) => [`property ${target}`, name] as const),
  ];
  return new Map(named);
}

function pathArguments({ method }: DescribedOperation): string[] {
  return method.path.map(({ target }) => target);
}

function sameNames(some: readonly string[], others: readonly string[]): boolean {
  return [...some].sort().join() === [...others].sort().join();
}
