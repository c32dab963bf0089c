import type { OperationModel } from "../model/operation.ts";
import type { ResponseModel } from "../model/responses.ts";
import { resultName } from "../names/generated-names.ts";
import { docComment, LINE_WIDTH } from "../typescript/code.ts";
import { responseType, union } from "./media-type.ts";
import type { ModuleImports } from "./module-imports.ts";

/** Types of the runtime for ranges of statuses. */
const RANGES: Record<string, string> = {
  "1XX": "InformationalStatus",
  "2XX": "SuccessStatus",
  "3XX": "RedirectStatus",
  "4XX": "ClientErrorStatus",
  "5XX": "ServerErrorStatus",
};

/** Emits `export type ListProjectsResult = Success<200, …> | Failure<404, …> | …`, discriminated by `status` and `ok`. */
export function resultType(model: OperationModel, imports: ModuleImports): string {
  const exact = model.responses.map(({ status }) => status).filter((status) => /^\d+$/.test(status));
  const ranges = model.responses.flatMap(({ status }) => (RANGES[status] ? [imports.runtimeType(RANGES[status])] : []));
  const documented = [...exact, ...ranges].join(" | ") || "never";
  const members = model.responses.flatMap((response) => {
    const type = responseType(response.media, model.id, imports);
    return response.outcomes.map((outcome) => {
      const status = statusType(response.status, outcome, documented, imports);
      return `${imports.runtimeType(outcome)}<${status}, ${type}>`;
    });
  });
  if (!model.responses.some(isSuccess) && !members.some((member) => member.startsWith("Success"))) {
    members.unshift(`${imports.runtimeType("Success")}<${imports.runtimeType("SuccessStatus")}, unknown>`);
  }
  if (!model.responses.some(({ status }) => status === "default")) {
    members.push(`${imports.runtimeType("Undocumented")}<${documented}>`);
  }
  const comment = docComment([`Result of {@link ${model.id}Detailed}, discriminated by \`status\` and \`ok\`.`]);
  const start = `export type ${resultName(model.id)} =`;
  const line = `${start} ${members.join(" | ")};`;
  return `${comment}${line.length <= LINE_WIDTH ? line : `${start}\n  | ${members.join("\n  | ")};`}\n`;
}

/** Returns the result type of the plain function: a union of the bodies of all successes. */
export function dataType(model: OperationModel, imports: ModuleImports): string {
  const successes = model.responses.filter(({ outcomes }) => outcomes.includes("Success"));
  if (successes.length === 0) return "unknown";
  const types = successes.map((response) => responseType(response.media, model.id, imports));
  return types.every((type) => type === "undefined") ? "void" : union(types);
}

const isSuccess = ({ status }: ResponseModel): boolean => status.startsWith("2");

function statusType(status: string, outcome: string, documented: string, imports: ModuleImports): string {
  if (status === "default") {
    return outcome === "Success"
      ? imports.runtimeType("SuccessStatus")
      : `${imports.runtimeType("OtherStatus")}<${documented}>`;
  }
  const range = RANGES[status];
  if (range === undefined) return status;
  const exact = documented.split(" | ").filter((code) => code.startsWith(status.charAt(0)));
  return exact.length > 0 ? `Exclude<${range}, ${exact.join(" | ")}>` : range;
}
