import type { Contract } from "../contract/contract.ts";
import { ownProperties } from "../own-properties.ts";
import { checkPlannedResponse, contentTypeOf } from "./check-planned-response.ts";
import type { MockResponse } from "./mock-response.ts";
import type { PlannedResponse } from "./planned-response.ts";

/** Planned responses that wait for their requests, in order. */
export interface PlannedResponses {
  /** @throws {MockError} if there is no such operation, or the response is impossible or breaks the description */
  add(operationId: string, planned: PlannedResponse): void;
  /** Removes the next one for an operation. @returns it, or undefined when there is none */
  take(operationId: string): PlannedResponse | undefined;
  clear(): void;
}

export function createPlannedResponses(contract: () => Contract): PlannedResponses {
  const waiting = new Map<string, { planned: PlannedResponse; left: number }[]>();
  return {
    add(operationId, given) {
      // What is not an object is refused by the check.
      const planned = typeof given === "object" && given ? ownProperties(given) : given;
      checkPlannedResponse(contract(), operationId, planned);
      const queue = waiting.get(operationId) ?? [];
      waiting.set(operationId, [...queue, { planned, left: planned.times ?? 1 }]);
    },
    take(operationId) {
      const queue = waiting.get(operationId);
      const first = queue?.[0];
      if (!first) return undefined;
      first.left -= 1;
      if (first.left <= 0) queue.shift();
      return first.planned;
    },
    clear: () => waiting.clear(),
  };
}

/**
 * Applies a planned response.
 *
 * @param ordinary - gets the response without the plan; called only if the plan has no body
 */
export async function applyPlan(
  ordinary: () => MockResponse | Promise<MockResponse>,
  { status = 200, headers, body }: PlannedResponse,
): Promise<MockResponse> {
  if (body === undefined) {
    const response = await ordinary();
    return { ...response, headers: { ...response.headers, ...headers } };
  }
  return { status, headers: { ...contentTypeOf(body), ...headers }, body };
}
