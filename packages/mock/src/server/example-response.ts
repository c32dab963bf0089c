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
 * Picks an example of the description, or random values that fit it. A fault with a status of its own has that status
 * even if the description does not.
 *
 * @throws a problem of Prism if the description has no such response
 */
export function exampleResponse(contract: Contract, received: ReceivedRequest, preferences: Preferences): MockResponse {
  const { operation, request, violations } = received;
  const { example, dynamic = false, seed, fault } = preferences;
  const faulty = statusOfFault(fault);
  if (faulty && !operation.responses.some(({ code }) => code === `${faulty}`)) {
    return { status: faulty, headers: { "Content-Type": "application/json" }, body: { detail: STATUS_CODES[faulty] } };
  }
  const code = faulty ?? preferences.code;
  const exampleWith = (preferences: { dynamic: boolean; seed: string }): PrismResponse =>
    contract.exampleOf(operation, request, [...violations], {
      ...preferences,
      ...(code && { code }),
      ...(example && { exampleKey: example }),
    });
  // Always with a seed, because Prism would continue with the last one.
  let response = exampleWith({ dynamic, seed: seed ?? randomUUID() });
  if (!dynamic && isMisfit(contract, operation, response))
    response = exampleWith({ dynamic: true, seed: seed ?? "any" });
  return { status: response.statusCode, headers: present(response.headers), body: response.body };
}

/**
 * Whether a response that Prism has composed itself, without an example, breaks the description. Prism ignores patterns
 * and alternatives then, but not for random values.
 */
function isMisfit(contract: Contract, operation: Operation, response: PrismResponse): boolean {
  const { contents = [] } = responseFor(operation, response.statusCode) ?? {};
  if (contents.some(({ examples = [] }) => examples.length > 0)) return false;
  return contract.checkResponse(operation, response).some((one) => isError(violationOf("response", one)));
}

function present(headers: Record<string, unknown> = {}): Record<string, string> {
  const given = Object.entries(headers).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}
