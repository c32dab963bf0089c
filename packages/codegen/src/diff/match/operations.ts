import type { Side, SideOperation } from "../side.ts";
import { type Matches, matchByKeys } from "./match-by-keys.ts";

export type OperationMatches = Matches<SideOperation>;

/**
 * Matches operations of the same name, wherever they moved; then those of the same method and path, whatever their
 * names are. Names of path parameters do not count.
 */
export function matchOperations(base: Side, head: Side): OperationMatches {
  return matchByKeys(base.operations, head.operations, [
    ({ model, node }) => `${model.id} ${route(model)} ${node.operationId}`,
    ({ model }) => model.id,
    ({ model }) => route(model),
  ]);
}

function route({ method, path }: SideOperation["model"]): string {
  return `${method} ${path.replace(/\{[^{}]*\}/g, "{}")}`;
}
