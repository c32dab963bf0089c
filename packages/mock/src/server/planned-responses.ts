import type { Contract } from "../contract/contract.ts";
import { checkPlannedResponse, contentTypeOf } from "./check-planned-response.ts";
import type { MockResponse } from "./mock-response.ts";
import type { PlannedResponse } from "./planned-response.ts";

/** Answers that wait for their requests, first come, first served. */
export interface PlannedResponses {
  /** @throws MockError for an operation that there is not, and an answer that cannot be or breaks the description */
  add(operationId: string, planned: PlannedResponse): void;
  /** Takes the next one for an operation. */
  take(operationId: string): PlannedResponse | undefined;
  clear(): void;
}

export function createPlannedResponses(contract: () => Contract): PlannedResponses {
  const waiting = new Map<string, { planned: PlannedResponse; left: number }[]>();
  return {
    add(operationId, planned) {
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

/** The ordinary answer with what was planned laid over it. What was planned whole needs none. */
export async function applyPlan(
  ordinary: () => MockResponse | Promise<MockResponse>,
  { status = 200, headers, body }: PlannedResponse,
): Promise<MockResponse> {
  if (body === undefined) {
    const answer = await ordinary();
    return { ...answer, headers: { ...answer.headers, ...headers } };
  }
  return { status, headers: { ...contentTypeOf(body), ...headers }, body };
}
