import { isObject, type Operation } from "../document/openapi.ts";
import type { NormalizeContext } from "./context.ts";

/** Removes responses that are not under a status code, a range (`4XX`) or `default`. */
export function normalizeStatuses(operation: Operation, { warn }: NormalizeContext): void {
  operation.responses = isObject(operation.responses) ? { ...operation.responses } : {};
  for (const [status, response] of Object.entries(operation.responses)) {
    if (status.startsWith("x-")) continue;
    const sound = /^[1-5]\d\d$|^[1-5]XX$|^default$/.test(status);
    if (sound && isObject(response)) continue;
    delete operation.responses[status];
    const range = status.toUpperCase();
    if (isObject(response) && /^[1-5]XX$/.test(range)) {
      operation.responses[range] = response;
      warn(`A range of statuses is written in capitals; "${status}" becomes ${range}.`, "responses", status);
    } else {
      warn(`"${status}" is not a valid status; its response is ignored.`, "responses", status);
    }
  }
}
