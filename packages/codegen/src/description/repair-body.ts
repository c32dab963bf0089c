import type { Operation } from "./openapi.ts";
import type { RepairContext } from "./repair.ts";

/** Takes away the body of a request that cannot have one: `fetch` refuses to send it. */
export function repairBody(operation: Operation, { method, warn }: RepairContext): void {
  if (operation.requestBody === undefined || !["get", "head", "trace"].includes(method)) return;
  delete operation.requestBody;
  warn(`A ${method.toUpperCase()} request cannot have a body; it is left out.`, "requestBody");
}
