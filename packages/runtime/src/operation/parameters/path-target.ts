import { UsageError } from "../../errors/usage-error.ts";
import { ownProperties } from "../../own-properties.ts";
import type { Operation, Target } from "../operation.ts";
import { own } from "../values.ts";
import { hasDotSegment } from "./dot-segments.ts";
import { queryTarget, textsOf } from "./query-target.ts";

/** Writes texts, numbers, and lists of them in the default styles, into path and query. */
export function pathTarget(operation: Operation, params: object): Target {
  const path = fillPath(operation.path, (name) => textsOf(name, own(params, name)).join());
  return queryTarget(ownProperties({ ...operation, path }), params);
}

/**
 * Fills in the placeholders of a path.
 *
 * @throws {UsageError} if a path parameter is missing or empty, or makes a segment `.` or `..` in any spelling: the request
 *   would reach another resource
 */
export function fillPath(path: string, textFor: (placeholder: string) => string): string {
  const filled = path.replace(/\{(.+?)}/g, (_, placeholder) => textFor(placeholder) || refuseEmpty(placeholder));
  if (hasDotSegment(filled)) throw new UsageError('path parameters make a segment "." or ".."');
  return filled;
}

export function refuseEmpty(name: string): never {
  throw new UsageError(`path parameter "${name}" is missing or empty`);
}
