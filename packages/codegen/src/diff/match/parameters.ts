import type { Parameter } from "../../document/openapi.ts";
import type { OperationModel } from "../../model/operation.ts";
import type { ParameterModel } from "../../model/parameters.ts";
import { type Matches, matchByKeys } from "./match-by-keys.ts";

/** Matches parameters of the same place and name; then those at the same position of the path; then by name alone. */
export function matchParameters(base: OperationModel, head: OperationModel): Matches<ParameterModel> {
  const positions = new Map([...positionsOf(base), ...positionsOf(head)]);
  return matchByKeys(base.parameters, head.parameters, [
    parameterKey,
    (parameter) => positions.get(parameter),
    ({ name }) => name,
  ]);
}

/** Positions of parameters in the path, with the form of that path, because only positions in equal forms match. */
function positionsOf({ parameters, path }: OperationModel): [ParameterModel, string][] {
  const form = path.replace(/\{[^{}]*\}/g, "{}");
  const names = Array.from(path.matchAll(/\{([^{}]+)\}/g), ([, name]) => name ?? "");
  return parameters.flatMap((parameter): [ParameterModel, string][] => {
    const position = parameter.in === "path" ? names.indexOf(parameter.name) : -1;
    return position < 0 ? [] : [[parameter, `${form} ${position}`]];
  });
}

/** Place and name. Names of headers are case-insensitive (RFC 9110, section 5.1). */
export function parameterKey({ in: place, name }: Parameter): string {
  return `${place} ${place === "header" ? String(name).toLowerCase() : name}`;
}
