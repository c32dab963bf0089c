import type { ResponseModel } from "../../model/responses.ts";
import type { OperationPair } from "../match/pairs.ts";
import type { Sides } from "../match/sides.ts";
import { responseRules, responsesRules } from "../rules/index.ts";
import { headersByName } from "../rules/response/headers.ts";
import { applyRules, type Occurrence, type Usage } from "./occurrence.ts";
import { schemaOf, walkContent } from "./walk-content.ts";
import { walkSchemas } from "./walk-schemas.ts";

/** Compares the responses of an operation, each with the one of the same status. */
export function walkResponses({ sides, base, head }: OperationPair, usage: Usage): Occurrence[] {
  const [before, after] = [responsesByStatus(base.responses), responsesByStatus(head.responses)];
  const each = [...after].flatMap(([status, response]) => {
    const was = before.get(status);
    if (!was) return [];
    const here: Usage = { ...usage, direction: "response", status };
    const pair = { sides, status, base: was, head: response, pointer: sides.head.pointerOf(response.node) };
    return [
      ...applyRules(responseRules, pair, here),
      ...walkHeaders(sides, here, was, response),
      ...walkContent(sides, here, was, response),
    ];
  });
  return [...applyRules(responsesRules, { sides, base: before, head: after }, usage), ...each];
}

function walkHeaders(sides: Sides, usage: Usage, base: ResponseModel, head: ResponseModel): Occurrence[] {
  const before = headersByName(base);
  return [...headersByName(head)].flatMap(([key, { name, node }]) => {
    const was = before.get(key);
    return was ? walkSchemas(sides, { ...usage, argument: name }, schemaOf(was.node), schemaOf(node)) : [];
  });
}

export function responsesByStatus(responses: readonly ResponseModel[]): Map<string, ResponseModel> {
  return new Map(responses.map((response) => [response.status, response]));
}
