import type { DescribedOperation, DescribedParameter } from "../described.ts";
import { type Matches, matchInTurn } from "./operations.ts";

/** Parameters of the same name; of the others, those at the same position of the path. Headers are named in any case. */
export function matchParameters(base: DescribedOperation, head: DescribedOperation): Matches<DescribedParameter> {
  const positions = new Map([...positionsOf(base), ...positionsOf(head)]);
  return matchInTurn(base.parameters, head.parameters, [
    (one) => `${one.in} ${one.in === "header" ? one.name.toLowerCase() : one.name}`,
    (one) => positions.get(one),
    ({ name }) => name,
  ]);
}

/** Where in the path a parameter stands; only paths of the same form can be compared. */
function positionsOf({ parameters, model }: DescribedOperation): [DescribedParameter, string][] {
  const form = model.path.replace(/\{[^{}]*\}/g, "{}");
  const names = Array.from(model.path.matchAll(/\{([^{}]+)\}/g), ([, name]) => name ?? "");
  return parameters.flatMap((parameter): [DescribedParameter, string][] => {
    const position = parameter.in === "path" ? names.indexOf(parameter.name) : -1;
    return position < 0 ? [] : [[parameter, `${form} ${position}`]];
  });
}
