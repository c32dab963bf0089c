import type { OperationModel } from "../../model/operation.ts";
import type { Side } from "../side.ts";
import { type Matches, matchByKeys } from "./match-by-keys.ts";

export type OperationMatches = Matches<OperationModel>;

/**
 * Matches operations of the same name, wherever they moved; then those of the same method and path, whatever their
 * names are. Names of path parameters do not count.
 */
export function matchOperations(base: Side, head: Side): OperationMatches {
  return matchByKeys(base.model.operations, head.model.operations, [
    (operation) => `${operation.id} ${route(operation)}`,
    ({ id }) => id,
    route,
  ]);
}

function route({ method, path }: OperationModel): string {
  return `${method} ${path.replace(/\{[^{}]*\}/g, "{}")}`;
}
