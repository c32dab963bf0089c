import type { Contract, PrismRequest } from "../contract/contract.ts";
import type { Operation } from "../contract/load-operations.ts";
import { pathParamsOf } from "../contract/path-params.ts";
import { isError, type Violation, violationOf } from "../contract/violations.ts";
import { undocumentedInRequest } from "../findings/undocumented-in-request.ts";
import { ownProperties } from "../own-properties.ts";
import type { Answer, Backend, Exchange } from "./backend.ts";
import { answerByExample } from "./examples.ts";
import { type Fault, statusOfFault } from "./faults.ts";
import { layOver, type PlannedAnswer, type PlannedAnswers } from "./planned-answers.ts";
import { answerOf, problemOf } from "./problem.ts";
import { parseBody } from "./read-request.ts";
import { addViolations, describe, nameOf, type OpenRecord, openRecord, type RecordedRequest } from "./recorder.ts";
import { violationsHeader } from "./violations-header.ts";
import { type Wishes, wishesOf } from "./wishes.ts";

/** What a mock answers from, and where it writes down what it was asked. */
export interface Mocked {
  contract: Contract;
  /** Answers instead of the examples, unless a request wishes for one. */
  readonly backend: Backend | undefined;
  /** For requests that wish for nothing else. */
  readonly defaults: Pick<Wishes, "dynamic" | "seed">;
  readonly planned: PlannedAnswers;
  /** Takes a request as soon as it has come in. */
  keep(request: RecordedRequest): void;
  /** Called when a request is answered. */
  readonly onRequest?: ((request: RecordedRequest) => void) | undefined;
}

/** An answer, and how to send it. */
export interface Reply {
  readonly answer: Answer;
  readonly record: OpenRecord;
  readonly delayMs: number | undefined;
  readonly fault: Fault | undefined;
}

/** Where a request came from, and what it called the server. */
export type Caller = Pick<Exchange, "remoteAddress" | "origin">;

/** Answers a request, and writes down what broke the description on either side. Does not reject. */
export async function replyTo(mocked: Mocked, request: PrismRequest, rawBody: Buffer, caller: Caller): Promise<Reply> {
  const record = openRecord(request);
  mocked.keep(record);
  let wishes: Wishes = ownProperties({});
  let answer: Answer;
  try {
    const exchange = await receive(mocked.contract, request, rawBody, caller, record);
    const planned = mocked.planned.take(nameOf(exchange.operation));
    wishes = ownProperties({ ...mocked.defaults, ...wishesOf(request), ...(planned && wishesIn(planned)) });
    answer = await ask(mocked, exchange, wishes, planned);
    if (!planned && !wishes.fault) checkAnswer(mocked.contract, exchange, answer, record);
  } catch (error) {
    answer = answerOf(problemOf(error));
  }
  const headers = { ...answer.headers, ...violationsHeader(record.violations.filter(isError)) };
  return { answer: { ...answer, headers }, record, delayMs: wishes.delayMs, fault: wishes.fault };
}

/** Finds the operation, parses the body, and checks both. @throws a problem when there is nothing to check */
async function receive(
  contract: Contract,
  request: PrismRequest,
  rawBody: Buffer,
  caller: Caller,
  record: OpenRecord,
): Promise<Exchange> {
  try {
    const operation = operationFor(contract, request);
    record.operationId = nameOf(operation);
    request.body = parseBody(rawBody, request.headers["content-type"]);
    await describe(record, request, operation, rawBody);
    const violations = contract.checkRequest(operation, request);
    addViolations(record, violations.map((one) => violationOf("request", one)).filter(isError));
    addViolations(record, undocumentedInRequest(operation, record, violations));
    return {
      ...caller,
      operation,
      request,
      rawBody,
      violations,
      pathParams: pathParamsOf(operation, request.url.path) ?? {},
    };
  } catch (error) {
    const { title, detail } = problemOf(error);
    const location = record.operationId ? ["request", "body"] : ["request"];
    addViolations(record, [{ location, severity: "Error", message: detail ? `${title}: ${detail}` : title }]);
    throw error;
  }
}

/** HEAD asks for what GET is answered, without its body (RFC 9110, section 9.3.2), which Node leaves out. */
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

async function ask(
  { contract, backend }: Mocked,
  exchange: Exchange,
  wishes: Wishes,
  planned: PlannedAnswer | undefined,
): Promise<Answer> {
  const { code, example, dynamic } = wishes;
  const byState = backend && !code && !example && !dynamic && !statusOfFault(wishes.fault);
  const ordinary = () => (byState ? backend.answer(exchange) : answerByExample(contract, exchange, wishes));
  return planned ? layOver(ordinary, planned) : ordinary();
}

/** What a planned answer says of what is not to be laid over. */
function wishesIn({ status, example, delayMs, fault }: PlannedAnswer): Wishes {
  return {
    ...(status && { code: status }),
    ...(example && { example }),
    ...(delayMs && { delayMs }),
    ...(fault && { fault }),
  };
}

/** @throws a problem when the answer breaks the description */
function checkAnswer(contract: Contract, { operation }: Exchange, answer: Answer, record: OpenRecord): void {
  const { status: statusCode, headers = {}, body } = answer;
  const found = contract.checkResponse(operation, { statusCode, headers, body });
  const broken = found.map((one) => violationOf("response", one)).filter(isError);
  addViolations(record, broken);
  if (broken.length > 0) throw brokenAnswer(broken);
}

function brokenAnswer(validation: Violation[]): Error {
  return Object.assign(new Error("The answer breaks the description"), {
    name: "https://stoplight.io/prism/errors#VIOLATIONS",
    status: 500,
    detail: "What was to be answered, such as an example of the description, does not fit the schema of this response.",
    additional: { validation },
  });
}
