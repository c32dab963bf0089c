import type { ResponseModel } from "../../../model/responses.ts";
import type { ResponsesPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import { fingerprintsOf } from "../../schema/fingerprint.ts";
import type { Schemas } from "../../schema/schemas.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const statusAdded: Rule<ResponsesPair> = defineRule(
  {
    id: "status-added",
    noun: "response",
    checks: "A documented status was added.",
    levels: {
      both: {
        breaking:
          "The type of the result changes: it is a success with another body, or had another body under its range (`4XX`) or `default`.",
        feature: "Statuses that are not documented were always possible.",
      },
    },
  },
  ({ sides, base, head }) => {
    const known = new Set(successes(base).map(([, response]) => bodyFingerprint(sides.base.schemas, response)));
    return [...head].flatMap(([status, response]): Difference[] => {
      if (base.has(status)) return [];
      const fingerprint = bodyFingerprint(sides.head.schemas, response);
      const covering = coveringResponse(base, status);
      const isDifferent =
        (covering !== undefined && bodyFingerprint(sides.base.schemas, covering) !== fingerprint) ||
        (isSuccess(status) && known.size > 0 && !known.has(fingerprint));
      return [
        {
          level: isDifferent ? "breaking" : "feature",
          pointer: sides.head.pointerOf(response.node),
          after: status,
          message: (_value, subject) => {
            const name = statusName(status);
            if (!isDifferent && !isSuccess(status))
              return `${subject.name} now ${subject.verb("documents", "document")} ${name}`;
            const body = isDifferent ? ` with a different ${isSuccess(status) ? "result" : "error"}` : "";
            return `${subject.name} may also return ${name}${body}`;
          },
        },
      ];
    });
  },
);

/** The response that covered a status without naming it; `default` covers successes only if there is no other one. */
function coveringResponse(responses: ReadonlyMap<string, ResponseModel>, status: string): ResponseModel | undefined {
  if (status === "default") return undefined;
  const range = responses.get(`${status.charAt(0)}XX`);
  const isFree = !isSuccess(status) || successes(responses).length === 0;
  return range ?? (isFree ? responses.get("default") : undefined);
}

function successes(responses: ReadonlyMap<string, ResponseModel>): [string, ResponseModel][] {
  return [...responses].filter(([status]) => isSuccess(status));
}

const isSuccess = (status: string): boolean => status.startsWith("2");

export function statusName(status: string): string {
  return status === "default" ? "other statuses" : `status ${inBackticks(status)}`;
}

function bodyFingerprint(schemas: Schemas, { media }: ResponseModel): string {
  const fingerprints = media.map(({ schema }) => fingerprintsOf(schemas).of(schema ? [schema] : []));
  return [...new Set(fingerprints)].sort().join("&");
}
