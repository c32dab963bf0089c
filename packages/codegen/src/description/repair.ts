import type { Problem } from "../problem.ts";
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
} from "./openapi.ts";
import { OperationIds } from "./repair-operation-id.ts";
import { repairParameters } from "./repair-parameters.ts";
import { repairResponses } from "./repair-responses.ts";
import { repairSecurity } from "./repair-security.ts";

/** Tells a rule where it is and takes what it finds. */
export interface RepairContext extends LoadedDescription {
  readonly path: string;
  readonly method: Method;
  /** Reports a defect below the operation; `tokens` lead from the operation to it. */
  warn(message: string, ...tokens: (string | number)[]): void;
}

/**
 * Puts small defects of a description right where the meaning is plain, in place, so that both engines read the same
 * sound document: unique `operationId`s that are identifiers, declared path parameters, sound status codes.
 *
 * @returns One warning for each defect that was mended.
 */
export function repairDescription(description: LoadedDescription): Problem[] {
  const { document } = description;
  const problems: Problem[] = [];
  const warn = (message: string, tokens: (string | number)[]): void => {
    problems.push({ level: "warning", message, ...description.locate(formatPointer(tokens)) });
  };

  const ids = new OperationIds();
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    if (path.startsWith("x-")) continue;
    if (!isObject(item)) {
      warn("This path item is no mapping; it is left out.", ["paths", path]);
      delete document.paths?.[path];
      continue;
    }
    const pathItem = inlinePathItem(document, path, item as PathItem);
    for (const method of METHODS) {
      const operation: unknown = pathItem[method];
      if (operation === undefined) continue;
      if (!isObject(operation)) {
        warn("This operation is no mapping; it is left out.", ["paths", path, method]);
        delete pathItem[method];
        continue;
      }
      const context: RepairContext = {
        ...description,
        path,
        method,
        warn: (message, ...tokens) => warn(message, ["paths", path, method, ...tokens]),
      };
      const own: Operation = { ...operation };
      pathItem[method] = own;
      repairOperation(own, pathItem, ids, context);
    }
    // They stand in each operation now; left here, both engines would merge them once more.
    delete pathItem.parameters;
  }
  if (ids.count === 0) warn("The description has no operations; only types are generated.", ["paths"]);
  return problems;
}

/** Two paths may share an item or an operation (`$ref`, YAML anchors), but each operation gets a name of its own. */
function inlinePathItem(document: OpenApiDocument, path: string, item: PathItem): PathItem {
  const own = { ...(dereference<PathItem>(document, item as Reference) ?? item) };
  if (document.paths) document.paths[path] = own;
  return own;
}

function repairOperation(operation: Operation, item: PathItem, ids: OperationIds, context: RepairContext): void {
  ids.repair(operation, context);
  repairParameters(operation, item, context);
  repairResponses(operation, context);
  repairSecurity(operation, context);
  for (const text of ["summary", "description"] as const) {
    if (operation[text] !== undefined) operation[text] = String(operation[text]);
  }
}
