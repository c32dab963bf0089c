import type { Contract } from "../contract/contract.ts";
import type { Answer, Exchange } from "./backend.ts";
import { statusOfFault } from "./faults.ts";
import type { Wishes } from "./wishes.ts";

/**
 * Answers with an example of the description, or with random values that fit it.
 *
 * @throws Prism's problem, when the description has no such answer
 */
export function answerByExample(contract: Contract, exchange: Exchange, wishes: Wishes): Answer {
  const { operation, request, violations } = exchange;
  const { example, dynamic = false, seed, fault } = wishes;
  const code = statusOfFault(fault) ?? wishes.code;
  const { statusCode, headers, body } = contract.exampleOf(operation, request, [...violations], {
    dynamic,
    ...(code && { code }),
    ...(example && { exampleKey: example }),
    ...(seed && { seed }),
  });
  return { status: statusCode, headers: present(headers), body };
}

function present(headers: Record<string, unknown> = {}): Record<string, string> {
  const given = Object.entries(headers).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}
