import {
  dereference,
  type MediaType,
  type OpenApiDocument,
  type RequestBody,
  type Response,
} from "../../document/openapi.ts";
import type { Sides } from "../match/sides.ts";
import { bodyRules, contentRules } from "../rules/index.ts";
import type { Conjunction } from "../schema/branch.ts";
import { applyRules, type Occurrence, type Usage } from "./occurrence.ts";
import { walkSchemas } from "./walk-schemas.ts";

/** What may have a body: an operation or a webhook. */
interface WithBody {
  readonly requestBody?: unknown;
}

/** Compares the bodies of operations or webhooks. */
export function walkBody(sides: Sides, usage: Usage, base: WithBody, head: WithBody, pointer: string): Occurrence[] {
  const [before, after] = [bodyOf(sides.base.document, base), bodyOf(sides.head.document, head)];
  const own = after ? sides.head.pointerOf(after) : sides.base.pointerOf(before);
  const at = own === "#" ? pointer : own;
  const pair = { sides, base: before, head: after, pointer: at, direction: usage.direction };
  return [...applyRules(bodyRules, pair, usage), ...(before && after ? walkContent(sides, usage, before, after) : [])];
}

/** A body without a media type cannot be sent. */
function bodyOf(document: OpenApiDocument, node: WithBody): RequestBody | undefined {
  const body = dereference<RequestBody>(document, node.requestBody as RequestBody | undefined);
  return Object.keys(body?.content ?? {}).length > 0 ? body : undefined;
}

/** Compares the media types of bodies, and the schema of each. */
export function walkContent(
  sides: Sides,
  usage: Usage,
  base: RequestBody | Response,
  head: RequestBody | Response,
): Occurrence[] {
  const [before, after] = [contentOf(sides.base.document, base), contentOf(sides.head.document, head)];
  const { direction, kind } = usage;
  const pointer = {
    base: `${sides.base.pointerOf(base)}/content`,
    head: `${sides.head.pointerOf(head)}/content`,
  };
  const isArgument = kind === "operation" && direction === "request";
  const schemas = [...after].flatMap(([type, media]) => {
    const was = before.get(type);
    return was ? walkSchemas(sides, usage, schemaOf(was), schemaOf(media)) : [];
  });
  return [
    ...applyRules(contentRules, { sides, base: before, head: after, pointer, direction, isArgument }, usage),
    ...schemas,
  ];
}

/** Media types by their names in lower case, without spaces and the default charset. */
function contentOf(document: OpenApiDocument, { content }: RequestBody | Response): Map<string, MediaType> {
  return new Map(
    Object.entries(content ?? {}).flatMap(([type, node]): [string, MediaType][] => {
      const media = dereference<MediaType>(document, node);
      return media ? [[type.toLowerCase().replace(/\s+|;\s*charset="?utf-8"?/g, ""), media]] : [];
    }),
  );
}

/** The schema of a parameter, header or media type, if it has one. */
export function schemaOf({ schema }: { readonly schema?: unknown }): Conjunction {
  return schema === undefined ? [] : [schema as Conjunction[number]];
}
