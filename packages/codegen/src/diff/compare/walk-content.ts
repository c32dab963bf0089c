import type { Media } from "../../model/media.ts";
import type { RequestBodyModel } from "../../model/request-body.ts";
import type { ResponseModel } from "../../model/responses.ts";
import type { Sides } from "../match/sides.ts";
import { bodyRules, contentRules } from "../rules/index.ts";
import type { Conjunction } from "../schema/branch.ts";
import { applyRules, type Occurrence, type Usage } from "./occurrence.ts";
import { walkSchemas } from "./walk-schemas.ts";

/** An operation or a webhook, which may have a body. */
interface WithBody {
  readonly body: RequestBodyModel | undefined;
  readonly pointer: string;
}

/** Compares the bodies of operations or webhooks. */
export function walkBody(sides: Sides, usage: Usage, base: WithBody, head: WithBody): Occurrence[] {
  const own = head.body ? sides.head.pointerOf(head.body.node) : sides.base.pointerOf(base.body?.node);
  const pointer = own === "#" ? head.pointer : own;
  const pair = { sides, base: base.body, head: head.body, pointer, direction: usage.direction };
  const content = base.body && head.body ? walkContent(sides, usage, base.body, head.body) : [];
  return [...applyRules(bodyRules, pair, usage), ...content];
}

/** Compares the media types of bodies, and the schema of each. */
export function walkContent(
  sides: Sides,
  usage: Usage,
  base: RequestBodyModel | ResponseModel,
  head: RequestBodyModel | ResponseModel,
): Occurrence[] {
  const [before, after] = [mediaByType(base), mediaByType(head)];
  const { direction, kind } = usage;
  const pointer = {
    base: `${sides.base.pointerOf(base.node)}/content`,
    head: `${sides.head.pointerOf(head.node)}/content`,
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
function mediaByType({ media }: RequestBodyModel | ResponseModel): Map<string, Media> {
  return new Map(media.map((one) => [one.type.toLowerCase().replace(/\s+|;\s*charset="?utf-8"?/g, ""), one]));
}

/** The schema of a parameter, header or media type, if it has one. */
export function schemaOf({ schema }: { readonly schema?: unknown }): Conjunction {
  return schema === undefined ? [] : [schema as Conjunction[number]];
}
