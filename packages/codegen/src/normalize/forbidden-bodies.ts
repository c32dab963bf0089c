import type { Operation } from "../document/openapi.ts";
import type { NormalizeContext } from "./context.ts";

/** Takes away the body of a request that cannot have one: `fetch` refuses to send it. */
export function removeForbiddenBody(operation: Operation, { method, warn }: NormalizeContext): void {
  if (operation.requestBody === undefined || !["get", "head", "trace"].includes(method)) return;
  delete operation.requestBody;
  warn(`A ${method.toUpperCase()} request cannot have a body; it is left out.`, "requestBody");
}
