import type { IncomingMessage } from "node:http";
import { MIMEType } from "node:util";
import type { Contract } from "../contract/contract.ts";
import type { Operation } from "../contract/load-operations.ts";
import { operationName } from "../contract/operation-name.ts";
import type { PrismRequest, PrismViolation } from "../contract/prism-types.ts";
import { sensitiveOf } from "../contract/sensitive.ts";
import { isError, violationOf } from "../contract/violations.ts";
import { checkAnswer, checkHead } from "../findings/check-response.ts";
import { CATEGORIES, countFindings, factsOf } from "../findings/finding.ts";
import type { RawAnswer } from "../findings/raw-response.ts";
import { Secrets } from "../findings/secrets.ts";
import { undocumentedInRequest } from "../findings/undocumented-in-request.ts";
import { isPreflight } from "../server/browsers.ts";
import { problemOf } from "../server/problem.ts";
import { parseBody, readHead } from "../server/read-request.ts";
import { decode } from "./decode.ts";
import { MAX_CHECKED_BYTES, type Passed } from "./forward.ts";
import type { Tap } from "./tap.ts";

/** A way in which one side broke the description. */
export interface Broken {
  readonly side: "request" | "response";
  /** Such as `body.name`, `results[].id` or the name of a header; empty for the whole. */
  readonly place: string;
  readonly message: string;
}

/** What is known of an exchange that has passed, without secrets. */
export interface ExchangeReport {
  readonly operationId: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  /** Undefined when no answer came. */
  readonly status: number | undefined;
  readonly violations: readonly Broken[];
  /** What could not be checked, and why. */
  readonly notChecked: readonly string[];
}

/** Holds both sides of an exchange against the description. Does not reject. */
export async function checkExchange(
  contract: Contract,
  message: IncomingMessage,
  passed: Passed,
): Promise<ExchangeReport> {
  const request = readHead(message);
  const notChecked: string[] = passed.broken === undefined ? [] : [passed.broken];
  const violations: Broken[] = [];
  const operation = operationOf(contract, request, violations, message);
  const sent = await bodyOf(passed.sent, message, notChecked, "request");
  const secrets = secretsOf(request, operation);
  if (operation) {
    const isWhole = sent !== undefined && passed.broken === undefined;
    violations.push(...checkRequest(contract, operation, request, isWhole ? sent : undefined));
    secrets.addHidden(request.body, sensitiveOf(operation).body(request.body));
    violations.push(...(await checkResponse(contract, operation, request, passed, notChecked)));
  }
  return secrets.redactAll({
    operationId: operation && operationName(operation),
    method: request.method.toUpperCase(),
    path: request.url.path,
    query: sensitiveOf(operation).query(request.url.query),
    status: passed.answer?.statusCode,
    violations,
    notChecked,
  });
}

function operationOf(
  contract: Contract,
  request: PrismRequest,
  violations: Broken[],
  message: IncomingMessage,
): Operation | undefined {
  // Browsers ask before they send. No description has an operation for that.
  if (isPreflight(message)) return undefined;
  try {
    return contract.operationOf(request);
  } catch (error) {
    const { title, detail } = problemOf(error);
    violations.push({ side: "request", place: "", message: `is undocumented: ${detail || title}` });
    return undefined;
  }
}

/** @param body - undefined when it is not known */
function checkRequest(
  contract: Contract,
  operation: Operation,
  request: PrismRequest,
  body: Buffer | undefined,
): Broken[] {
  const { "content-type": contentType } = request.headers;
  if (contentType !== undefined && !isMediaType(contentType)) {
    return [{ side: "request", place: "Content-Type", message: "is no media type" }];
  }
  try {
    request.body = body ? parseBody(body, contentType) : null;
  } catch {
    return [{ side: "request", place: "body", message: "says to be JSON, and is none" }];
  }
  const found = contract.checkRequest(operation, request).filter((one) => body !== undefined || !isOfBody(one));
  const { url, headers } = request;
  const undocumented = undocumentedInRequest(operation, { query: url.query, headers, body: request.body }, found);
  return [...found.map((one) => violationOf("request", one)).filter(isError), ...undocumented].map(
    ({ location, message }) => ({ side: "request", place: location.slice(1).join("."), message }),
  );
}

/** Prism throws at one that it cannot read. */
function isMediaType(text: string): boolean {
  try {
    return new MIMEType(text).essence !== "";
  } catch {
    return false;
  }
}

function isOfBody({ path, code }: PrismViolation): boolean {
  return path?.[0] === "body" || ((path ?? []).length === 0 && code !== 401);
}

async function checkResponse(
  contract: Contract,
  operation: Operation,
  request: PrismRequest,
  passed: Passed,
  notChecked: string[],
): Promise<Broken[]> {
  const { answer, broken, received } = passed;
  if (!answer?.statusCode) return [];
  const headers = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
  const head: Omit<RawAnswer, "bytes"> = { status: answer.statusCode, headers };
  const isHead = request.method === "head" || broken !== undefined;
  const bytes = isHead ? undefined : await bodyOf(received, answer, notChecked, "response");
  const findings = bytes ? checkAnswer(contract, operation, { ...head, bytes }) : checkHead(operation, head);
  // A header that is optional and did not come is no violation, and one answer tells nothing of the others.
  return countFindings(findings.filter(({ severity }) => severity === "violation")).map((finding) => {
    const facts = factsOf(finding);
    const message = `${finding.message}${facts && ` (${facts})`}`;
    return { side: "response", place: finding.place, message: `${CATEGORIES[finding.category]}: ${message}` };
  });
}

/** The body that has passed, decoded; undefined, with the reason noted, when it cannot be had. */
async function bodyOf(
  tap: Tap,
  { headers }: IncomingMessage,
  notChecked: string[],
  side: Broken["side"],
): Promise<Buffer | undefined> {
  const encoding = headers["content-encoding"];
  const body = tap.copy && (await decode(tap.copy, encoding, MAX_CHECKED_BYTES));
  if (!body) {
    const reason = tap.copy ? `encoded as ${encoding}, broken, unknown or too large` : `too large, ${tap.length} bytes`;
    notChecked.push(`The body of the ${side} was not checked: ${reason}.`);
  }
  return body;
}

function secretsOf(request: PrismRequest, operation: Operation | undefined): Secrets {
  const secrets = new Secrets();
  const sensitive = sensitiveOf(operation);
  secrets.addHidden(request.headers, sensitive.headers(request.headers));
  secrets.addHidden(request.url.query, sensitive.query(request.url.query));
  for (const token of tokensIn(request.url.path)) secrets.add(token);
  return secrets;
}

/** Parts of a path that are as long and random as tokens, such as those of links to reset a password. UUIDs are not. */
function tokensIn(path: string): string[] {
  const parts = path.split("/").filter((part) => /^[\w.~-]{32,}$/.test(part));
  return parts.filter((part) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(part));
}
