import type { OperationPair } from "../match/pairs.ts";
import { matchParameters } from "../match/parameters.ts";
import { operationRules, parameterRules, parametersRules } from "../rules/index.ts";
import { applyRules, type Occurrence, type Usage } from "./occurrence.ts";
import { schemaOf, walkBody } from "./walk-content.ts";
import { walkResponses } from "./walk-responses.ts";
import { walkSchemas } from "./walk-schemas.ts";

/** Compares an operation as a whole, then what callers send, then what they get. */
export function walkOperation(pair: OperationPair): Occurrence[] {
  const usage: Usage = { kind: "operation", name: pair.head.id, direction: "request" };
  return [
    ...applyRules(operationRules, pair, usage),
    ...walkParameters(pair, usage),
    ...walkBody(pair.sides, usage, pair.base, pair.head),
    ...walkResponses(pair, usage),
  ];
}

function walkParameters({ sides, base, head }: OperationPair, usage: Usage): Occurrence[] {
  const matches = matchParameters(base, head);
  const each = matches.pairs.flatMap((pair) => {
    const here = { ...usage, argument: pair.head.argument };
    const pointer = sides.head.pointerOf(pair.head.node);
    return [
      ...applyRules(parameterRules, { sides, ...pair, pointer }, here),
      ...walkSchemas(sides, here, schemaOf(pair.base.node), schemaOf(pair.head.node)),
    ];
  });
  return [...applyRules(parametersRules, { sides, matches }, usage), ...each];
}
