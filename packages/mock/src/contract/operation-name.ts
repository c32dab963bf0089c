import type { Operation } from "./load-operations.ts";

/** The `operationId`, or where the description has none, method and path: `GET /books/{id}`. */
export function operationName({ iid, method, path }: Pick<Operation, "iid" | "method" | "path">): string {
  return iid ?? `${method.toUpperCase()} ${path}`;
}
