import type { Operation } from "../document/openapi.ts";
import { operationNames, RUNTIME_FUNCTIONS, SHARED_NAMES } from "../names/generated-names.ts";
import { camelCase, NameRegistry } from "../names/names.ts";
import type { NormalizeContext } from "./context.ts";

/**
 * Gives every operation a unique `operationId` in camelCase, which is the name of its function. A missing one is derived
 * from method and path: `GET /teams/{id}/keys` becomes `getTeamsByIdKeys`.
 */
export class OperationIds {
  // A function must not hide other imports and exports of its module.
  readonly #names = new NameRegistry([...SHARED_NAMES, ...RUNTIME_FUNCTIONS]);
  readonly #taken = new Set<string>();
  count = 0;

  /** Takes the name of an operation that no function is named after, unless another has it. */
  claim(id: string): boolean {
    return !this.#taken.has(id) && Boolean(this.#taken.add(id));
  }

  assign(operation: Operation, { method, path, warn }: NormalizeContext): void {
    this.count++;
    const given = operation.operationId;
    const missing = given === undefined || given === null || given === "";
    const wanted = camelCase(missing ? deriveId(method, path) : String(given));
    const id = this.#names.take(wanted, operationNames);
    if (id !== wanted) {
      const source = missing ? "derived from method and path" : `of the operationId ${JSON.stringify(given)}`;
      warn(`The name ${wanted}, ${source}, is taken; this operation is named ${id}.`, "operationId");
    }
    operation.operationId = id;
    this.#taken.add(id);
  }
}

function deriveId(method: string, path: string): string {
  return `${method} ${path.replace(/\{([^{}]*)\}/g, " by $1 ")}`;
}
