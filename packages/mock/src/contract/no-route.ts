import type { Operation } from "./load-operations.ts";
import { pathParamsOf } from "./path-params.ts";
import type { PrismRequest } from "./prism-types.ts";

/** Adds a hint to Prism's problem of a missing operation if another trailing slash would find one. */
export function noRoute(problem: unknown, operations: readonly Operation[], { url }: PrismRequest): unknown {
  const other = url.path.endsWith("/") ? url.path.slice(0, -1) : `${url.path}/`;
  const isMeant = operations.some((operation) => pathParamsOf(operation, other));
  if (!isMeant || (problem as { status?: number }).status !== 404) return problem;
  return Object.assign(problem as Error, {
    detail: `There is no ${url.path}, but ${other}; the slash at the end is part of a path`,
  });
}
