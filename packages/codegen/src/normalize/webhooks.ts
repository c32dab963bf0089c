import { isObject, METHODS, type OpenApiDocument, type PathItem, setOwn } from "../document/openapi.ts";
import type { Warn } from "./context.ts";
import type { OperationIds } from "./operation-ids.ts";
import { inlinePathItem } from "./path-items.ts";

/** Copies path items that webhooks share, and removes their duplicate `operationId`s, which are global. */
export function inlineWebhooks(document: OpenApiDocument, ids: OperationIds, warn: Warn): void {
  if (!isObject(document.webhooks)) return;
  for (const [name, node] of Object.entries(document.webhooks)) {
    if (!isObject(node)) continue;
    const item = inlinePathItem(document, node as PathItem);
    for (const method of METHODS) {
      const operation: unknown = item[method];
      if (!isObject(operation) || typeof operation.operationId !== "string") continue;
      if (ids.claim(operation.operationId)) continue;
      const { operationId, ...rest } = operation;
      warn(`The operationId ${JSON.stringify(operationId)} is taken; the one of this webhook is ignored.`, [
        ...["webhooks", name, method, "operationId"],
      ]);
      item[method] = rest;
    }
    setOwn(document.webhooks, name, item);
  }
}
