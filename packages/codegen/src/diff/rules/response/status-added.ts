import type { Response } from "../../../description/openapi.ts";
import { defineRule, type Finding, type Rule } from "../../finding.ts";
import { fingerprintsOf } from "../../matching/schema-variants.ts";
import type { ResponsesPair } from "../../pairs.ts";
import type { Schemas } from "../../schema/schemas.ts";
import { quote } from "../quote.ts";

/**
 * A further documented status. Statuses that are not documented were always possible, so that a failure is a feature; a
 * success with another body changes what the function resolves to.
 */
export const statusAdded: Rule<ResponsesPair> = defineRule("status-added", ({ all, base, head }) => {
  const known = new Set(successes(base).map(([, response]) => bodyPrint(all.base.schemas, response)));
  return [...head].flatMap(([status, response]): Finding[] => {
    if (base.has(status)) return [];
    const isOther = isSuccess(status) && known.size > 0 && !known.has(bodyPrint(all.head.schemas, response));
    return [
      {
        level: isOther ? "breaking" : "feature",
        pointer: all.head.pointerOf(response),
        after: status,
        say: (_it, who) => {
          const what = isOther ? ", with another result" : isSuccess(status) ? "" : " as an error of its own";
          return `${who.name} may answer with ${nameOf(status)}${what}`;
        },
      },
    ];
  });
});

function successes(responses: ReadonlyMap<string, Response>): [string, Response][] {
  return [...responses].filter(([status]) => isSuccess(status));
}

const isSuccess = (status: string): boolean => status.startsWith("2");

function nameOf(status: string): string {
  return status === "default" ? "any other status" : `status ${quote(status)}`;
}

function bodyPrint(schemas: Schemas, { content }: Response): string {
  const prints = Object.values(content ?? {}).map(({ schema }) => fingerprintsOf(schemas).of(schema ? [schema] : []));
  return [...new Set(prints)].sort().join("&");
}
