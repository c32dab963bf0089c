import { camelCase, NameRegistry } from "../names.ts";
import type { Operation } from "./openapi.ts";
import type { RepairContext } from "./repair.ts";

/**
 * Gives every operation a unique `operationId` that is a camelCase identifier, because functions are named after it.
 * A missing one is derived from method and path: `GET /teams/{id}/keys` becomes `getTeamsByIdKeys`.
 */
export class OperationIds {
  // A function of an operation may not hide what its module imports and exports beside it.
  readonly #names = new NameRegistry(["request", "unwrap", "createClient", "apiKey", "basic", "bearer"]);
  count = 0;

  repair(operation: Operation, { method, path, warn }: RepairContext): void {
    this.count++;
    const given = operation.operationId;
    const wanted = camelCase(given === undefined || given === "" ? deriveId(method, path) : String(given));
    const id = this.#names.take(wanted, ["Detailed", "Operation"]);
    if (id !== wanted) {
      const reason = given === undefined ? "The name derived from method and path" : `The operationId "${given}"`;
      warn(`${reason} is taken by another operation; this one is named ${id}.`, "operationId");
    }
    operation.operationId = id;
  }
}

function deriveId(method: string, path: string): string {
  return `${method} ${path.replace(/\{([^{}]*)\}/g, " by $1 ")}`;
}
