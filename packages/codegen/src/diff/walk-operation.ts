import {
  dereference,
  type MediaType,
  type OpenApiDocument,
  type Operation,
  type RequestBody,
  type Response,
} from "../document/openapi.ts";
import type { Direction } from "./finding.ts";
import { checkAll, type Found, type Place } from "./found.ts";
import { matchParameters } from "./matching/parameters.ts";
import type { DescriptionPair, OperationPair } from "./pairs.ts";
import {
  bodyRules,
  contentRules,
  operationRules,
  parameterRules,
  parametersRules,
  responseRules,
  responsesRules,
} from "./rules/index.ts";
import { headerOf, headersOf } from "./rules/response/headers-of.ts";
import type { Conjunction } from "./schema/branch.ts";
import { walkSchemas } from "./walk-schemas.ts";

/** Compares an operation that is in both: itself, then what callers send, then what they get. */
export function walkOperation(pair: OperationPair): Found[] {
  const place: Place = { kind: "operation", name: pair.head.model.id, direction: "request" };
  return [
    ...checkAll(operationRules, pair, place),
    ...walkParameters(pair, place),
    ...walkBody(pair.all, place, pair.base.node, pair.head.node, pair.head.pointer),
    ...walkResponses(pair, place),
  ];
}

function walkParameters({ all, base, head }: OperationPair, place: Place): Found[] {
  const matches = matchParameters(base, head);
  const found = checkAll(parametersRules, { all, matches }, place);
  for (const pair of matches.pairs) {
    const here = { ...place, argument: pair.head.argument };
    const pointer = all.head.pointerOf(pair.head.origin);
    found.push(...checkAll(parameterRules, { all, ...pair, pointer }, here));
    found.push(...walkSchemas(all, here, schemaOf(pair.base.origin), schemaOf(pair.head.origin)));
  }
  return found;
}

/** Compares the bodies of operations or webhooks. */
export function walkBody(
  all: DescriptionPair,
  place: Place,
  base: { readonly requestBody?: unknown },
  head: { readonly requestBody?: unknown },
  pointer: string,
): Found[] {
  const [before, after] = [bodyOf(all.base.document, base), bodyOf(all.head.document, head)];
  const home = after ?? before;
  const where = home ? (after ? all.head : all.base).pointerOf(home) : pointer;
  const pair = { all, base: before, head: after, pointer: where === "#" ? pointer : where, direction: place.direction };
  const found = checkAll(bodyRules, pair, place);
  if (before && after) {
    const pointers = { base: all.base.pointerOf(before), head: all.head.pointerOf(after) };
    found.push(...walkContent(all, place, before, after, pointers));
  }
  return found;
}

/** A body without a media type is none. */
function bodyOf(document: OpenApiDocument, node: { readonly requestBody?: unknown }): RequestBody | undefined {
  const body = dereference<RequestBody>(document, node.requestBody as RequestBody | undefined);
  return Object.keys(body?.content ?? {}).length > 0 ? body : undefined;
}

function walkResponses({ all, base, head }: OperationPair, place: Place): Found[] {
  const [before, after] = [responsesOf(all.base.document, base.node), responsesOf(all.head.document, head.node)];
  const found = checkAll(responsesRules, { all, base: before, head: after }, place);
  for (const [status, response] of after) {
    const was = before.get(status);
    if (!was) continue;
    const here: Place = { ...place, direction: "response", status };
    const pointers = { base: all.base.pointerOf(was), head: all.head.pointerOf(response) };
    const pair = { all, status, base: was, head: response, pointer: pointers.head };
    found.push(...checkAll(responseRules, pair, here), ...walkHeaders(all, here, was, response));
    found.push(...walkContent(all, here, was, response, pointers));
  }
  return found;
}

function walkHeaders(all: DescriptionPair, place: Place, base: Response, head: Response): Found[] {
  const before = headersOf(base);
  return [...headersOf(head)].flatMap(([key, name]) => {
    const was = before.get(key);
    if (was === undefined) return [];
    const [old, now] = [headerOf(all.base.document, base, was), headerOf(all.head.document, head, name)];
    return walkSchemas(all, { ...place, argument: name }, schemaOf(old), schemaOf(now));
  });
}

/** Compares the media types of bodies, and what they hold. */
export function walkContent(
  all: DescriptionPair,
  place: Place,
  base: RequestBody | Response,
  head: RequestBody | Response,
  at: { readonly base: string; readonly head: string },
): Found[] {
  const [before, after] = [contentOf(all.base.document, base), contentOf(all.head.document, head)];
  const direction: Direction = place.direction;
  const pointer = { base: `${at.base}/content`, head: `${at.head}/content` };
  const isArgument = place.kind === "operation" && direction === "request";
  const found = checkAll(contentRules, { all, base: before, head: after, pointer, direction, isArgument }, place);
  for (const [type, media] of after) {
    const was = before.get(type);
    if (was) found.push(...walkSchemas(all, place, schemaOf(was), schemaOf(media)));
  }
  return found;
}

/** Media types by their names in lower case, without spaces and what is usual. */
function contentOf(document: OpenApiDocument, { content }: RequestBody | Response): Map<string, MediaType> {
  return new Map(
    Object.entries(content ?? {}).flatMap(([type, node]): [string, MediaType][] => {
      const media = dereference<MediaType>(document, node);
      return media ? [[type.toLowerCase().replace(/\s+|;\s*charset="?utf-8"?/g, ""), media]] : [];
    }),
  );
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

/** The schema of a parameter, header or media type, if it has one. */
export function schemaOf({ schema }: { readonly schema?: unknown }): Conjunction {
  return schema === undefined ? [] : [schema as Conjunction[number]];
}
