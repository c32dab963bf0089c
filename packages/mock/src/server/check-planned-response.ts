import type { Contract } from "../contract/contract.ts";
import type { Operation } from "../contract/load-operations.ts";
import { operationName } from "../contract/operation-name.ts";
import { isError, violationOf } from "../contract/violations.ts";
import { responseFor } from "../findings/documented.ts";
import { MockError } from "../mock-error.ts";
import { faults, isFault, statusOfFault } from "./faults.ts";
import type { PlannedResponse } from "./planned-response.ts";

/** @throws {MockError} if a planned response is impossible, or breaks the description without `unchecked` */
export function checkPlannedResponse(contract: Contract, operationId: string, planned: PlannedResponse): void {
  const operation = contract.operations.find((each) => operationName(each) === operationId);
  if (!operation) throw refused(`There is no operation ${operationId}${similar(contract, operationId)}.`);
  checkValues(planned);
  if (planned.body === undefined) checkExample(operation, planned);
  else checkBody(contract, operation, planned);
}

function checkValues(planned: PlannedResponse): void {
  if (typeof planned !== "object" || planned === null) throw refused("A plan is an object such as { status: 429 }.");
  const { status = 200, times = 1, delayMs = 0, fault = "reset" } = planned;
  if (!Number.isInteger(times) || times < 1) throw refused(`times is a whole number from 1, not ${times}.`);
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    throw refused(`status is a whole number from 200 to 599, not ${status}.`);
  }
  if (!(Number.isFinite(delayMs) && delayMs >= 0)) throw refused(`delayMs is a number from 0, not ${delayMs}.`);
  if (!isFault(fault)) throw refused(`fault is one of ${faults.join(", ")}, not ${fault}.`);
}

/** The description must have the status and the example. */
function checkExample(operation: Operation, { status, example, fault }: PlannedResponse): void {
  if (statusOfFault(fault) !== undefined) return;
  const response = status === undefined ? undefined : responseFor(operation, status);
  if (status !== undefined && !response) {
    throw refused(
      `${operationName(operation)} declares no ${status}. Give the response a body; it may be an empty text.`,
    );
  }
  const responses = response ? [response] : (operation.responses as (typeof operation.responses)[number][]);
  const examples = responses.flatMap(({ contents = [] }) => contents.flatMap((content) => content.examples ?? []));
  if (example === undefined || examples.some(({ key }) => key === example)) return;
  const names = [...new Set(examples.map(({ key }) => key))].join(", ") || "none";
  throw refused(`${operationName(operation)} has no example ${example} there. It has: ${names}.`);
}

function checkBody(contract: Contract, operation: Operation, { status = 200, body, unchecked }: PlannedResponse): void {
  const isDeclared = operation.responses.some(({ code }) => code === `${status}`);
  if (unchecked || !isDeclared) return;
  const violations = contract.checkResponse(operation, { statusCode: status, headers: contentTypeOf(body), body });
  const sentences = violations.map((each) => violationOf("response", each)).filter(isError);
  if (sentences.length === 0) return;
  throw refused(
    `This response of ${operationName(operation)} would break the description: ` +
      `${sentences.map(({ message }) => message).join("; ")}. \`unchecked: true\` sends it anyway.`,
  );
}

/** The content type of a planned body without one. */
export function contentTypeOf(body: unknown): Record<string, string> {
  return { "Content-Type": typeof body === "string" ? "text/plain" : "application/json" };
}

function refused(sentence: string): MockError {
  return new MockError("plan-refused", sentence);
}

function similar({ operations }: Contract, operationId: string): string {
  const wanted = operationId.toLowerCase();
  const close = operations.map(operationName).filter((name) => {
    const other = name.toLowerCase();
    return other.includes(wanted) || wanted.includes(other);
  });
  return close.length > 0 ? `, but ${close.slice(0, 3).join(", ")}` : "";
}
