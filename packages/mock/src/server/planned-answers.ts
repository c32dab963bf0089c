import type { Contract } from "../contract/contract.ts";
import { ownProperties } from "../own-properties.ts";
import type { Answer } from "./backend.ts";
import { checkPlan, contentTypeOf } from "./check-plan.ts";
import type { Wishes } from "./wishes.ts";

/**
 * What to answer an operation next. With a `status` or `example` and without a `body` it is an example of the
 * description, and without all of these, what would be answered anyway: with state, what is asked for is done.
 */
export interface PlannedAnswer extends Pick<Wishes, "example" | "delayMs" | "fault"> {
  /** @default the first success of the operation, or with a body, 200 */
  status?: number;
  /** Laid over those of the example. */
  headers?: Record<string, string>;
  /** A JSON value, or text. It must fit the description, where that has the status. */
  body?: unknown;
  /**
   * How many requests are answered so.
   * @default 1
   */
  times?: number;
  /**
   * Whether the body may break the description.
   * @default false
   */
  unchecked?: boolean;
}

/** Answers that wait for their requests, first come, first served. */
export interface PlannedAnswers {
  /** @throws MockError for an operation that there is not, and an answer that cannot be or breaks the description */
  add(operationId: string, planned: PlannedAnswer): void;
  /** Takes the next one for an operation. */
  take(operationId: string): PlannedAnswer | undefined;
  clear(): void;
}

export function createPlannedAnswers(contract: () => Contract): PlannedAnswers {
  const waiting = new Map<string, { planned: PlannedAnswer; left: number }[]>();
  return {
    add(operationId, given) {
      // What is no object is refused by the check.
      const planned = typeof given === "object" && given ? ownProperties(given) : given;
      checkPlan(contract(), operationId, planned);
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
export async function layOver(
  ordinary: () => Answer | Promise<Answer>,
  { status = 200, headers, body }: PlannedAnswer,
): Promise<Answer> {
  if (body === undefined) {
    const answer = await ordinary();
    return { ...answer, headers: { ...answer.headers, ...headers } };
  }
  return { status, headers: { ...contentTypeOf(body), ...headers }, body };
}
