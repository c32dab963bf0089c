import { STATUS_CODES } from "node:http";
import type { Contract } from "../contract/contract.ts";
import type { Answer, Exchange } from "./backend.ts";
import { statusOfFault } from "./faults.ts";
import type { Wishes } from "./wishes.ts";

/**
 * Answers with an example of the description, or with random values that fit it. A fault with a status of its own has
 * that status also where the description has not.
 *
 * @throws Prism's problem, when the description has no such answer
 */
export function answerByExample(contract: Contract, exchange: Exchange, wishes: Wishes): Answer {
  const { operation, request, violations } = exchange;
  const { example, dynamic = false, seed, fault } = wishes;
  const faulty = statusOfFault(fault);
  if (faulty && !operation.responses.some(({ code }) => code === `${faulty}`)) {
    return { status: faulty, headers: { "Content-Type": "application/json" }, body: { detail: STATUS_CODES[faulty] } };
  }
  const code = faulty ?? wishes.code;
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
