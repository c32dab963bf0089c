import type { IncomingMessage } from "node:http";
import { MIMEType } from "node:util";
import type { Contract } from "../contract/contract.ts";
import type { Operation } from "../contract/load-operations.ts";
import { operationName } from "../contract/operation-name.ts";
import type { PrismRequest, PrismViolation } from "../contract/prism-types.ts";
import { sensitiveOf } from "../contract/sensitive.ts";
import { isError, violationOf } from "../contract/violations.ts";
import { CATEGORIES, countFindings, factsOf } from "../findings/finding.ts";
import type { RawResponse } from "../findings/raw-response.ts";
import { headFindings, responseFindings } from "../findings/response-findings.ts";
import { Secrets } from "../findings/secrets.ts";
import { undocumentedInRequest } from "../findings/undocumented-in-request.ts";
import { isPreflight } from "../server/browsers.ts";
import { problemOf } from "../server/problem.ts";
import { parseBody, readHead } from "../server/read-request.ts";
import { decode } from "./decode.ts";
import { MAX_CHECKED_BYTES, type Passed } from "./forward.ts";
import type { Tap } from "./tap.ts";

/** A violation of the description by one side. */
export interface ExchangeViolation {
  readonly side: "request" | "response";
  /** Such as `body.name`, `results[].id` or the name of a header; empty for the whole message. */
  readonly place: string;
  readonly message: string;
}

/** The result of checking an exchange, without secrets. */
export interface ExchangeReport {
  readonly operationId: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  /** Undefined when no response came. */
  readonly status: number | undefined;
  readonly violations: readonly ExchangeViolation[];
  /** What could not be checked, and why. */
  readonly notChecked: readonly string[];
}

/** Checks both sides of an exchange against the description. Does not reject. */
export async function checkExchange(
  contract: Contract,
  message: IncomingMessage,
  passed: Passed,
): Promise<ExchangeReport> {
  const request = readHead(message);
  const notChecked: string[] = passed.broken === undefined ? [] : [passed.broken];
  const violations: ExchangeViolation[] = [];
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
    status: passed.upstreamResponse?.statusCode,
    violations,
    notChecked,
  });
}

function operationOf(
  contract: Contract,
  request: PrismRequest,
  violations: ExchangeViolation[],
  message: IncomingMessage,
): Operation | undefined {
  // No description has an operation for the preflight requests of browsers.
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
): ExchangeViolation[] {
  const { "content-type": contentType } = request.headers;
  if (contentType !== undefined && !isMediaType(contentType)) {
    return [{ side: "request", place: "Content-Type", message: "is not a media type" }];
  }
  try {
    request.body = body ? parseBody(body, contentType) : null;
  } catch {
    return [{ side: "request", place: "body", message: "is not JSON, in spite of its content type" }];
  }
  const found = contract.checkRequest(operation, request).filter((one) => body !== undefined || !isOfBody(one));
  const { url, headers } = request;
  const undocumented = undocumentedInRequest(operation, { query: url.query, headers, body: request.body }, found);
  return [...found.map((one) => violationOf("request", one)).filter(isError), ...undocumented].map(
    ({ location, message }) => ({ side: "request", place: location.slice(1).join("."), message }),
  );
}

/** Whether Prism can read a media type; it throws if it cannot. */
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
): Promise<ExchangeViolation[]> {
  const { upstreamResponse, broken, received } = passed;
  if (!upstreamResponse?.statusCode) return [];
  const headers = Object.fromEntries(
    Object.entries(upstreamResponse.headers).map(([name, value]) => [name, String(value)]),
  );
  const head: Omit<RawResponse, "bytes"> = { status: upstreamResponse.statusCode, headers };
  const isHead = request.method === "head" || broken !== undefined;
  const bytes = isHead ? undefined : await bodyOf(received, upstreamResponse, notChecked, "response");
  const findings = bytes ? responseFindings(contract, operation, { ...head, bytes }) : headFindings(operation, head);
  // A missing optional header is no violation of a single response.
  return countFindings(findings.filter(({ severity }) => severity === "violation")).map((finding) => {
    const facts = factsOf(finding);
    const message = `${finding.message}${facts && ` (${facts})`}`;
    return { side: "response", place: finding.place, message: `${CATEGORIES[finding.category]}: ${message}` };
  });
}

/** Decodes a body that has passed. @returns undefined, and notes the reason, if it cannot be decoded */
async function bodyOf(
  tap: Tap,
  { headers }: IncomingMessage,
  notChecked: string[],
  side: ExchangeViolation["side"],
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

/** Finds parts of a path that look like tokens, such as those of links to reset a password. UUIDs do not. */
function tokensIn(path: string): string[] {
  const parts = path.split("/").filter((part) => /^[\w.~-]{32,}$/.test(part));
  return parts.filter((part) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(part));
}
