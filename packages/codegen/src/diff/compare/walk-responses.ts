import { dereference, type OpenApiDocument, type Operation, type Response } from "../../document/openapi.ts";
import type { OperationPair } from "../match/pairs.ts";
import type { Sides } from "../match/sides.ts";
import { responseRules, responsesRules } from "../rules/index.ts";
import { headerOf, headersOf } from "../rules/response/headers.ts";
import { applyRules, type Occurrence, type Usage } from "./occurrence.ts";
import { schemaOf, walkContent } from "./walk-content.ts";
import { walkSchemas } from "./walk-schemas.ts";

/** Compares the responses of an operation, each with the one of the same status. */
export function walkResponses({ sides, base, head }: OperationPair, usage: Usage): Occurrence[] {
  const [before, after] = [responsesOf(sides.base.document, base.node), responsesOf(sides.head.document, head.node)];
  const each = [...after].flatMap(([status, response]) => {
    const was = before.get(status);
    if (!was) return [];
    const here: Usage = { ...usage, direction: "response", status };
    const pair = { sides, status, base: was, head: response, pointer: sides.head.pointerOf(response) };
    return [
      ...applyRules(responseRules, pair, here),
      ...walkHeaders(sides, here, was, response),
      ...walkContent(sides, here, was, response),
    ];
  });
  return [...applyRules(responsesRules, { sides, base: before, head: after }, usage), ...each];
}

function walkHeaders(sides: Sides, usage: Usage, base: Response, head: Response): Occurrence[] {
  const before = headersOf(base);
  return [...headersOf(head)].flatMap(([key, name]) => {
    const was = before.get(key);
    if (was === undefined) return [];
    const [old, now] = [headerOf(sides.base.document, base, was), headerOf(sides.head.document, head, name)];
    return walkSchemas(sides, { ...usage, argument: name }, schemaOf(old), schemaOf(now));
  });
}

/** Responses by status. */
export function responsesOf(document: OpenApiDocument, { responses }: Operation): Map<string, Response> {
  return new Map(
    Object.entries(responses ?? {}).flatMap(([status, node]): [string, Response][] => {
      const response = status.startsWith("x-") ? undefined : dereference<Response>(document, node);
      return response ? [[status, response]] : [];
    }),
  );
}
