import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { Contract } from "../contract/contract.ts";
import type { Operation } from "../contract/load-operations.ts";
import type { PrismResponse } from "../contract/prism-types.ts";
import { isError, violationOf } from "../contract/violations.ts";
import { responseFor } from "../findings/documented.ts";
import { statusOfFault } from "./faults.ts";
import type { MockResponse } from "./mock-response.ts";
import type { Preferences } from "./preferences.ts";
import type { ReceivedRequest } from "./received-request.ts";

/**
 * Answers with an example of the description, or with random values that fit it. A fault with a status of its own has
 * that status also where the description has not.
 *
 * @throws Prism's problem, when the description has no such answer
 */
export function exampleResponse(contract: Contract, received: ReceivedRequest, preferences: Preferences): MockResponse {
  const { operation, request, violations } = received;
  const { example, dynamic = false, seed, fault } = preferences;
  const faulty = statusOfFault(fault);
  if (faulty && !operation.responses.some(({ code }) => code === `${faulty}`)) {
    return { status: faulty, headers: { "Content-Type": "application/json" }, body: { detail: STATUS_CODES[faulty] } };
  }
  const code = faulty ?? preferences.code;
  const answerWith = (preferences: { dynamic: boolean; seed: string }): PrismResponse =>
    contract.exampleOf(operation, request, [...violations], {
      ...preferences,
      ...(code && { code }),
      ...(example && { exampleKey: example }),
    });
  // Always with a seed, because Prism goes on from the last one that it was given.
  let answer = answerWith({ dynamic, seed: seed ?? randomUUID() });
  if (!dynamic && isMisfit(contract, operation, answer)) answer = answerWith({ dynamic: true, seed: seed ?? "any" });
  return { status: answer.statusCode, headers: present(answer.headers), body: answer.body };
}

/**
 * Whether an answer that Prism has put together itself, where the description has no example, breaks the description:
 * it does not look at patterns and alternatives then, as it does for random values.
 */
function isMisfit(contract: Contract, operation: Operation, answer: PrismResponse): boolean {
  const { contents = [] } = responseFor(operation, answer.statusCode) ?? {};
  if (contents.some(({ examples = [] }) => examples.length > 0)) return false;
  return contract.checkResponse(operation, answer).some((one) => isError(violationOf("response", one)));
}

function present(headers: Record<string, unknown> = {}): Record<string, string> {
  const given = Object.entries(headers).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}
