import type { OperationPair } from "../../match/pairs.ts";
import { quote } from "../../report/quote.ts";
import type { SideOperation } from "../../side.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const argumentsChanged: Rule<OperationPair> = defineRule(
  {
    id: "arguments-changed",
    noun: "operation",
    checks:
      "The arguments of a method of the class changed: their names (`x-sdk-name`), their order, or whether the fields of the body are among them.",
    levels: { both: { breaking: "Calls of the method no longer compile, or pass values in the wrong place." } },
  },
  ({ base, head }) => {
    const name = `${head.method.resource}.${head.method.name}`;
    const difference = (what: string, before?: string, after?: string): Difference => {
      const message = (): string => `The method ${quote(name)} ${what}`;
      return { level: "breaking", pointer: head.pointer, before, after, message };
    };
    const differences: Difference[] = [];
    const [old, now] = [namedArguments(base), namedArguments(head)];
    for (const [target, before] of old) {
      const after = now.get(target);
      if (after !== undefined && after !== before)
        differences.push(difference(`now takes ${quote(after)} instead of ${quote(before)}`, before, after));
    }
    const [positions, places] = [pathArguments(base), pathArguments(head)];
    if (positions.length === places.length && positions.join() !== places.join() && sameNames(positions, places)) {
      differences.push(
        difference(
          `now takes its arguments in the order ${places.map(quote).join(", ")}`,
          positions.join(", "),
          places.join(", "),
        ),
      );
    }
    if (base.model.body && head.model.body) {
      const [wasFlat, isFlat] = [base, head].map(({ method }) => method.properties !== undefined);
      if (wasFlat && !isFlat) differences.push(difference("now takes `body` instead of the fields of the body"));
      if (!wasFlat && isFlat) differences.push(difference("now takes the fields of the body instead of `body`"));
    }
    return differences;
  },
);

/** Names of the arguments by what they stand for. */
function namedArguments({ method }: SideOperation): Map<string, string> {
  const named = [
    ...method.parameters.map(({ target, name }) => [`parameter ${target}`, name] as const),
    ...(method.properties ?? []).map(({ target, name }) => [`property ${target}`, name] as const),
  ];
  return new Map(named);
}

function pathArguments({ method }: SideOperation): string[] {
  return method.path.map(({ target }) => target);
}

function sameNames(some: readonly string[], others: readonly string[]): boolean {
  return [...some].sort().join() === [...others].sort().join();
}
