import { formatPointer, isObject, METHODS, type Operation, type PathItem } from "../document/openapi.ts";
import type { LoadedDescription } from "../load/load.ts";
import { formatProblem, type Problem } from "../problem.ts";
import { rewriteBooleanSchemas } from "./boolean-schemas.ts";
import type { NormalizeContext, Warn } from "./context.ts";
import { resolveDiscriminatorMappings } from "./discriminator-mappings.ts";
import { removeForbiddenBody } from "./forbidden-bodies.ts";
import { OperationIds } from "./operation-ids.ts";
import { completeParameters } from "./parameters.ts";
import { normalizePaths } from "./paths.ts";
import { breakRecursiveSchemas } from "./recursive-schemas.ts";
import { rewriteReferences } from "./references.ts";
import { normalizeStatuses } from "./response-statuses.ts";
import { inheritSecurity } from "./security-requirements.ts";
import { normalizeTexts } from "./texts.ts";
import { inlineWebhooks } from "./webhooks.ts";

/**
 * Rewrites a description in place to a canonical form, and repairs small defects. Later stages can rely on unique
 * `operationId`s that are identifiers, declared path parameters, and valid status codes.
 *
 * @returns a warning for each repaired defect
 */
export function normalizeDescription(description: LoadedDescription): Problem[] {
  const { document } = description;
  const problems = new Map<string, Problem>();
  const warn: Warn = (message, tokens) => {
    const problem: Problem = { level: "warning", message, ...description.locate(formatPointer(tokens)) };
    problems.set(formatProblem(problem), problem);
  };

  normalizeTexts(document, warn);
  rewriteBooleanSchemas(document);
  rewriteReferences(document);
  resolveDiscriminatorMappings(document);
  breakRecursiveSchemas(document, warn);
  const ids = new OperationIds();
  for (const { path, given, item } of normalizePaths(document, warn)) {
    for (const method of METHODS) {
      const operation: unknown = item[method];
      if (operation === undefined) continue;
      if (!isObject(operation)) {
        warn("This operation is not a mapping; it is ignored.", ["paths", given, method]);
        delete item[method];
        continue;
      }
      const copy: Operation = { ...operation };
      item[method] = copy;
      normalizeOperation(copy, item, ids, {
        document,
        path,
        method,
        warn: (message, ...tokens) => warn(message, ["paths", given, method, ...tokens]),
        warnItem: (message, ...tokens) => warn(message, ["paths", given, ...tokens]),
      });
    }
    // Each operation has them now; the engines would merge them again.
    delete item.parameters;
  }
  inlineWebhooks(document, ids, warn);
  if (ids.count === 0) warn("The description has no operations; the client has only types.", ["paths"]);
  return [...problems.values()];
}

function normalizeOperation(operation: Operation, item: PathItem, ids: OperationIds, context: NormalizeContext): void {
  ids.assign(operation, context);
  completeParameters(operation, item, context);
  removeForbiddenBody(operation, context);
  normalizeStatuses(operation, context);
  inheritSecurity(operation, context);
}
