import type { Contract } from "../contract/contract.ts";
import type { Operation } from "../contract/load-operations.ts";
import { operationName } from "../contract/operation-name.ts";
import type { PrismRequest } from "../contract/prism-types.ts";
import { isError, type Violation, violationOf } from "../contract/violations.ts";
import { undocumentedInRequest } from "../findings/undocumented-in-request.ts";
import { ownProperties } from "../own-properties.ts";
import { askBackend } from "./ask-backend.ts";
import type { Backend } from "./backend.ts";
import { exampleResponse } from "./example-response.ts";
import { type Fault, statusOfFault } from "./faults.ts";
import type { MockResponse } from "./mock-response.ts";
import type { PlannedResponse } from "./planned-response.ts";
import { applyPlan, type PlannedResponses } from "./planned-responses.ts";
import { type Preferences, preferencesOf } from "./preferences.ts";
import { problemOf, problemResponse } from "./problem.ts";
import { parseBody } from "./read-request.ts";
import type { Caller, ReceivedRequest } from "./received-request.ts";
import { addViolations, completeRecord, type OpenRecord, openRecord, type RecordedRequest } from "./request-record.ts";
import { violationsHeader } from "./violations-header.ts";

/** What a mock responds with, and where it records requests. */
export interface ResponseSources {
  contract: Contract;
  /** Responds in place of the examples, unless a request prefers one. */
  readonly backend: Backend | undefined;
  /** For requests that prefer nothing else. */
  readonly defaults: Pick<Preferences, "dynamic" | "seed">;
  readonly planned: PlannedResponses;
  /** Takes a request as soon as it has come in. */
  keep(request: RecordedRequest): void;
  /** Called after each response. */
  readonly onRequest?: ((request: RecordedRequest) => void) | undefined;
}

/** A response, and how to send it. */
export interface Reply {
  readonly response: MockResponse;
  readonly record: OpenRecord;
  readonly delayMs: number | undefined;
  readonly fault: Fault | undefined;
}

/** Responds to a request, and records how either side breaks the description. Does not reject. */
export async function respondTo(
  sources: ResponseSources,
  request: PrismRequest,
  rawBody: Buffer,
  caller: Caller,
): Promise<Reply> {
  const record = openRecord(request);
  sources.keep(record);
  let preferences: Preferences = ownProperties({});
  let response: MockResponse;
  try {
    const received = await receive(sources.contract, request, rawBody, caller, record);
    const planned = sources.planned.take(operationName(received.operation));
    preferences = ownProperties({
      ...sources.defaults,
      ...preferencesOf(request),
      ...(planned && preferencesIn(planned)),
    });
    response = await choose(sources, received, preferences, planned);
    if (!planned && !preferences.fault) checkResponse(sources.contract, received, response, record);
  } catch (error) {
    response = problemResponse(problemOf(error));
  }
  const headers = { ...response.headers, ...violationsHeader(record.violations.filter(isError)) };
  return { response: { ...response, headers }, record, delayMs: preferences.delayMs, fault: preferences.fault };
}

/**
 * Finds the operation, parses the body, and checks both.
 *
 * @throws a problem if there is no such operation or the body cannot be parsed
 */
async function receive(
  contract: Contract,
  request: PrismRequest,
  rawBody: Buffer,
  caller: Caller,
  record: OpenRecord,
): Promise<ReceivedRequest> {
  try {
    const operation = operationFor(contract, request);
    record.operationId = operationName(operation);
    request.body = parseBody(rawBody, request.headers["content-type"]);
    await completeRecord(record, request, operation, rawBody);
    const violations = contract.checkRequest(operation, request);
    addViolations(record, violations.map((one) => violationOf("request", one)).filter(isError));
    addViolations(record, undocumentedInRequest(operation, record, violations));
    return { ...caller, operation, request, rawBody, violations };
  } catch (error) {
    const { title, detail } = problemOf(error);
    const location = record.operationId ? ["request", "body"] : ["request"];
    addViolations(record, [{ location, severity: "Error", message: detail ? `${title}: ${detail}` : title }]);
    throw error;
  }
}

/** HEAD gets the response to GET without its body (RFC 9110, section 9.3.2), which Node leaves out. */
function operationFor(contract: Contract, request: PrismRequest): Operation {
  try {
    return contract.operationOf(request);
  } catch (error) {
    if (request.method !== "head") throw error;
    try {
      return contract.operationOf({ ...request, method: "get" });
    } catch {
      throw error;
    }
  }
}

async function choose(
  { contract, backend }: ResponseSources,
  received: ReceivedRequest,
  preferences: Preferences,
  planned: PlannedResponse | undefined,
): Promise<MockResponse> {
  const { code, example, dynamic, fault } = preferences;
  const prefersExample = Boolean(code || example || dynamic || statusOfFault(fault));
  const ordinary = async (): Promise<MockResponse> =>
    (backend && !prefersExample ? await askBackend(backend, received) : undefined) ??
    exampleResponse(contract, received, preferences);
  return planned ? applyPlan(ordinary, planned) : ordinary();
}

/** The preferences that a planned response stands for. */
function preferencesIn({ status, example, delayMs, fault }: PlannedResponse): Preferences {
  return {
    ...(status && { code: status }),
    ...(example && { example }),
    ...(delayMs && { delayMs }),
    ...(fault && { fault }),
  };
}

/** @throws a problem if the response breaks the description */
function checkResponse(
  contract: Contract,
  { operation }: ReceivedRequest,
  { status: statusCode, headers = {}, body }: MockResponse,
  record: OpenRecord,
): void {
  const found = contract.checkResponse(operation, { statusCode, headers, body });
  const violations = found.map((one) => violationOf("response", one)).filter(isError);
  addViolations(record, violations);
  if (violations.length > 0) throw invalidResponse(violations);
}

function invalidResponse(validation: Violation[]): Error {
  return Object.assign(new Error("The response breaks the description"), {
    name: "https://stoplight.io/prism/errors#VIOLATIONS",
    status: 500,
    detail: "The response of the mock, such as an example of the description, does not fit its schema.",
    additional: { validation },
  });
}
