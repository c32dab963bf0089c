import type { MethodModel } from "../../../model/resources.ts";
import type { OperationPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const argumentsChanged: Rule<OperationPair> = defineRule(
  {
    id: "arguments-changed",
    noun: "operation",
    checks:
      "The arguments of a method of the class changed: their names, their order, or whether they include the fields of the body.",
    levels: { both: { breaking: "Calls of the method no longer compile, or pass values in the wrong place." } },
  },
  ({ sides, base, head }) => {
    const [was, is] = [sides.base.model.methods.get(base), sides.head.model.methods.get(head)];
    if (!was || !is) return [];
    const name = `${is.resource}.${is.name}`;
    const difference = (what: string, before?: string, after?: string): Difference => {
      const message = (): string => `The method ${inBackticks(name)} ${what}`;
      return { level: "breaking", pointer: head.pointer, before, after, message };
    };
    const differences: Difference[] = [];
    const [old, now] = [namedArguments(was), namedArguments(is)];
    for (const [target, before] of old) {
      const after = now.get(target);
      if (after !== undefined && after !== before)
        differences.push(
          difference(`now takes ${inBackticks(after)} instead of ${inBackticks(before)}`, before, after),
        );
    }
    const [positions, places] = [pathArguments(was), pathArguments(is)];
    if (positions.length === places.length && positions.join() !== places.join() && sameNames(positions, places)) {
      differences.push(
        difference(
          `now takes its arguments in the order ${places.map(inBackticks).join(", ")}`,
          positions.join(", "),
          places.join(", "),
        ),
      );
    }
    if (base.body && head.body) {
      const [wasFlat, isFlat] = [was, is].map(({ properties }) => properties !== undefined);
      if (wasFlat && !isFlat) differences.push(difference("now takes `body` instead of the fields of the body"));
      if (!wasFlat && isFlat) differences.push(difference("now takes the fields of the body instead of `body`"));
    }
    return differences;
  },
);

/** Names of arguments by the parameter or property that they stand for. */
function namedArguments({ parameters, properties = [] }: MethodModel): Map<string, string> {
  const named = [
    ...parameters.map(({ target, name }) => [`parameter ${target}`, name] as const),
    ...properties.map(({ target, name }) => [`property ${target}`, name] as const),
  ];
  return new Map(named);
}

function pathArguments({ path }: MethodModel): string[] {
  return path.map(({ target }) => target);
}

function sameNames(some: readonly string[], others: readonly string[]): boolean {
  return [...some].sort().join() === [...others].sort().join();
}
