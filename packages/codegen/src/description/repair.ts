import { formatProblem, type Problem } from "../problem.ts";
import type { LoadedDescription } from "./load.ts";
import {
  dereference,
  formatPointer,
  isObject,
  METHODS,
  type Method,
  type OpenApiDocument,
  type Operation,
  type PathItem,
  type Reference,
  setOwn,
} from "./openapi.ts";
import { repairBody } from "./repair-body.ts";
import { repairBooleanSchemas } from "./repair-boolean-schemas.ts";
import { repairCircles } from "./repair-circles.ts";
import { repairDiscriminators } from "./repair-discriminators.ts";
import { OperationIds } from "./repair-operation-id.ts";
import { repairParameters } from "./repair-parameters.ts";
import { repairReferences } from "./repair-references.ts";
import { repairResponses } from "./repair-responses.ts";
import { repairSecurity } from "./repair-security.ts";
import { repairTexts } from "./repair-texts.ts";

/** Tells a rule where it is and takes what it finds. */
export interface RepairContext extends LoadedDescription {
  readonly path: string;
  readonly method: Method;
  /** Reports a defect below the operation; `tokens` lead from the operation to it. */
  warn(message: string, ...tokens: (string | number)[]): void;
  /** Reports a defect below the path item, once for all of its operations. */
  warnItem(message: string, ...tokens: (string | number)[]): void;
}

/**
 * Puts small defects of a description right where the meaning is plain, in place, so that both engines read the same
 * sound document: unique `operationId`s that are identifiers, declared path parameters, sound status codes.
 *
 * @returns One warning for each defect that was mended.
 */
export function repairDescription(description: LoadedDescription): Problem[] {
  const { document } = description;
  const problems = new Map<string, Problem>();
  const warn = (message: string, tokens: readonly (string | number)[]): void => {
    const problem: Problem = { level: "warning", message, ...description.locate(formatPointer(tokens)) };
    problems.set(formatProblem(problem), problem);
  };

  repairTexts(document, warn);
  repairBooleanSchemas(document);
  repairReferences(document);
  repairDiscriminators(document);
  repairCircles(document, warn);
  const ids = new OperationIds();
  for (const { path, given, item } of repairPaths(document, warn)) {
    for (const method of METHODS) {
      const operation: unknown = item[method];
      if (operation === undefined) continue;
      if (!isObject(operation)) {
        warn("This operation is no mapping; it is left out.", ["paths", given, method]);
        delete item[method];
        continue;
      }
      const own: Operation = { ...operation };
      item[method] = own;
      repairOperation(own, item, ids, {
        ...description,
        path,
        method,
        warn: (message, ...tokens) => warn(message, ["paths", given, method, ...tokens]),
        warnItem: (message, ...tokens) => warn(message, ["paths", given, ...tokens]),
      });
    }
    // They stand in each operation now; left here, both engines would merge them once more.
    delete item.parameters;
  }
  repairWebhooks(document, ids, warn);
  if (ids.count === 0) warn("The description has no operations; only types are generated.", ["paths"]);
  return [...problems.values()];
}

/**
 * Leaves only path items that are mappings, under paths that begin with a slash: without it, a path would go on where
 * the host name ends, and the request would reach another server.
 */
function repairPaths(
  document: OpenApiDocument,
  warn: (message: string, tokens: readonly string[]) => void,
): { path: string; given: string; item: PathItem }[] {
  const all = document.paths ?? {};
  const sound = Object.entries(all).flatMap(([given, node]) => {
    if (given.startsWith("x-")) return [];
    if (!isObject(node)) {
      warn("This path item is no mapping; it is left out.", ["paths", given]);
      return [];
    }
    if (/\p{Cs}/u.test(given)) {
      warn("This path holds half a character, which no URL can carry; it is left out.", ["paths"]);
      return [];
    }
    const item = inlinePathItem(document, node as PathItem);
    if (given.startsWith("/")) return [{ path: given, given, item }];
    const path = `/${given}`;
    const taken = Object.hasOwn(all, path);
    warn(`A path begins with a slash; this one is ${taken ? "left out" : `taken as ${path}`}.`, ["paths", given]);
    return taken ? [] : [{ path, given, item }];
  });
  document.paths = Object.fromEntries(sound.map(({ path, item }) => [path, item]));
  return sound;
}

/** Only types come from webhooks, but their operations share a name space with all others. */
function repairWebhooks(
  document: OpenApiDocument,
  ids: OperationIds,
  warn: (message: string, tokens: readonly string[]) => void,
): void {
  if (!isObject(document.webhooks)) return;
  for (const [name, node] of Object.entries(document.webhooks)) {
    if (!isObject(node)) continue;
    const item = inlinePathItem(document, node as PathItem);
    for (const method of METHODS) {
      const operation: unknown = item[method];
      if (!isObject(operation) || typeof operation.operationId !== "string") continue;
      if (ids.isFree(operation.operationId)) continue;
      const { operationId, ...rest } = operation;
      warn(`The operationId ${JSON.stringify(operationId)} is taken; this one is left out.`, [
        ...["webhooks", name, method, "operationId"],
      ]);
      item[method] = rest;
    }
    setOwn(document.webhooks, name, item);
  }
}

/** Two paths may share an item or an operation (`$ref`, YAML anchors), but each operation gets a name of its own. */
function inlinePathItem(document: OpenApiDocument, item: PathItem): PathItem {
  return { ...(dereference<PathItem>(document, item as Reference) ?? item) };
}

function repairOperation(operation: Operation, item: PathItem, ids: OperationIds, context: RepairContext): void {
  ids.repair(operation, context);
  repairParameters(operation, item, context);
  repairBody(operation, context);
  repairResponses(operation, context);
  repairSecurity(operation, context);
}
