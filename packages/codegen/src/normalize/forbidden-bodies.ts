import type { Operation } from "../document/openapi.ts";
import type { NormalizeContext } from "./context.ts";

/** Removes the body of a request that cannot have one, because `fetch` refuses to send it. */
export function removeForbiddenBody(operation: Operation, { method, warn }: NormalizeContext): void {
  if (operation.requestBody === undefined || !["get", "head", "trace"].includes(method)) return;
  delete operation.requestBody;
  warn(`A ${method.toUpperCase()} request cannot have a body; it is ignored.`, "requestBody");
}
