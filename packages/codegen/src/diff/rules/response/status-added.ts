import type { Response } from "../../../document/openapi.ts";
import { defineRule, type Finding, type Rule } from "../../finding.ts";
import { fingerprintsOf } from "../../matching/schema-variants.ts";
import type { ResponsesPair } from "../../pairs.ts";
import type { Schemas } from "../../schema/schemas.ts";
import { quote } from "../quote.ts";

/**
 * A further documented status. Statuses that are not documented were always possible, so that a failure is a feature. A
 * success with another body changes what the function resolves to, and so does another body than that of the range
 * (`4XX`) or the `default` that told of the status so far.
 */
export const statusAdded: Rule<ResponsesPair> = defineRule("status-added", ({ all, base, head }) => {
  const known = new Set(successes(base).map(([, response]) => bodyPrint(all.base.schemas, response)));
  return [...head].flatMap(([status, response]): Finding[] => {
    if (base.has(status)) return [];
    const print = bodyPrint(all.head.schemas, response);
    const told = tellingOf(base, status);
    const isOther =
      (told !== undefined && bodyPrint(all.base.schemas, told) !== print) ||
      (isSuccess(status) && known.size > 0 && !known.has(print));
    return [
      {
        level: isOther ? "breaking" : "feature",
        pointer: all.head.pointerOf(response),
        after: status,
        say: (_it, who) => {
          const result = isSuccess(status) ? "result" : "error";
          const what = isOther ? `, with another ${result}` : isSuccess(status) ? "" : " as an error of its own";
          return `${who.name} may answer with ${nameOf(status)}${what}`;
        },
      },
    ];
  });
});

/** The response that told of a status without naming it; `default` tells of successes only where no other one does. */
function tellingOf(responses: ReadonlyMap<string, Response>, status: string): Response | undefined {
  if (status === "default") return undefined;
  const range = responses.get(`${status.charAt(0)}XX`);
  const isFree = !isSuccess(status) || successes(responses).length === 0;
  return range ?? (isFree ? responses.get("default") : undefined);
}

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
