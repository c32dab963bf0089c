import type { Contract } from "../contract/contract.ts";
import type { Operation } from "../contract/load-operations.ts";
import {
  contentFor,
  type DocumentedContent,
  type DocumentedResponse,
  documentedStatuses,
  isPageSchema,
  responseFor,
  schemaOf,
} from "./documented.ts";
import type { Finding } from "./finding.ts";
import { missingHeaders } from "./missing-headers.ts";
import { htmlTitleOf, isJsonType, mediaTypeOf, parseJson, type RawAnswer } from "./raw-response.ts";
import { resolverOf } from "./schema.ts";
import { schemaFindings, valueAt } from "./schema-findings.ts";
import { kindOfValue, placeOf, shortened, shownValue } from "./shown-value.ts";
import { undocumentedFields } from "./undocumented-fields.ts";

/**
 * Holds an answer against an operation: what Prism finds, and what it does not look for. One cause is one finding: of
 * an answer that is not the documented thing at all, nothing is said but that.
 */
export function checkAnswer(contract: Contract, operation: Operation, answer: RawAnswer): Finding[] {
  const { status } = answer;
  const found = checkWhole(contract, operation, answer);
  return found.map((finding) => ({ ...finding, status }));
}

/** The same for an answer whose body is not known. */
export function checkHead(operation: Operation, { status, headers }: Omit<RawAnswer, "bytes">): Finding[] {
  const answer = { status, headers, bytes: Buffer.alloc(0) };
  const response = responseFor(operation, status);
  if (!response) return [{ ...undocumentedStatus(operation, answer), status }];
  const isOther = headers["content-type"] !== undefined && !contentFor(response, mediaTypeOf(answer));
  const wrongType = isOther && response.contents?.[0] ? [wrongContentType(response, answer)] : [];
  return [...wrongType, ...missingHeaders(response, headers)].map((finding) => ({ ...finding, status }));
}

type WithoutStatus = Omit<Finding, "status">;

function checkWhole(contract: Contract, operation: Operation, answer: RawAnswer): WithoutStatus[] {
  const response = responseFor(operation, answer.status);
  const title = htmlTitleOf(answer);
  if (title !== undefined && !(response && contentFor(response, "text/html"))) {
    const status = response ? "" : `, and the status ${answer.status} is not documented`;
    return [violation("html-page", "", `a page for people came instead of data${status}`, `“${shortened(title)}”`)];
  }
  if (!response) return [undocumentedStatus(operation, answer)];
  return [...checkBody(contract, operation, response, answer), ...missingHeaders(response, answer.headers)];
}

function undocumentedStatus(operation: Operation, { status, headers, bytes }: RawAnswer): WithoutStatus {
  const { location } = headers;
  // A query may hold a secret, the path of a redirect hardly ever does.
  const more = location ? `to ${shortened(location.replace(/[?#].*/, ""))}` : kindOfBody(bytes);
  return violation(
    "undocumented-status",
    "",
    `documented are ${documentedStatuses(operation)}`,
    `${status}${more && ` ${more}`}`,
  );
}

function kindOfBody(bytes: Buffer): string {
  if (bytes.length === 0) return "";
  const text = bytes.toString("utf8");
  return kindOfValue(parseJson(text) ?? text);
}

function checkBody(
  contract: Contract,
  operation: Operation,
  response: DocumentedResponse,
  answer: RawAnswer,
): WithoutStatus[] {
  const [first] = response.contents ?? [];
  if (!first) {
    if (answer.bytes.length === 0) return [];
    return [violation("undocumented-body", "", "no body is documented", `${answer.bytes.length} bytes`)];
  }
  const mediaType = mediaTypeOf(answer);
  const content = contentFor(response, mediaType);
  const documented = content ?? first;
  const text = answer.bytes.toString("utf8");
  if (text === "") return [violation("missing-body", "", `must be ${documented.mediaType}`, "no body")];
  const wrongType = content ? [] : [wrongContentType(response, answer)];
  if (!isJsonType(documented.mediaType)) {
    if (!content) return wrongType;
    return checkValue(contract, operation, documented, answer, text);
  }
  const body = parseJson(text);
  if (body === undefined) {
    // What says to be something else and is something else has one fault, not two.
    return content
      ? [violation("unreadable-body", "", "must be JSON", `text of ${text.length} characters`)]
      : wrongType;
  }
  try {
    return [...wrongType, ...checkValue(contract, operation, documented, answer, body)];
  } catch (error) {
    // The stack is what is too small for it.
    if (!(error instanceof RangeError)) throw error;
    return [
      ...wrongType,
      violation(
        "unreadable-body",
        "",
        "must not be nested so deeply that it cannot be checked",
        kindOfBody(answer.bytes),
      ),
    ];
  }
}

function wrongContentType({ contents = [] }: DocumentedResponse, { headers }: RawAnswer): WithoutStatus {
  const documented = contents.map(({ mediaType }) => mediaType).join(" or ");
  const came = headers["content-type"];
  return violation("wrong-content-type", "Content-Type", `must be ${documented}`, came ? shortened(came) : "none");
}

function checkValue(
  contract: Contract,
  operation: Operation,
  content: DocumentedContent,
  { status, headers }: RawAnswer,
  body: unknown,
): WithoutStatus[] {
  const schema = schemaOf(content);
  if (isPageSchema(schema) && !isPage(body)) {
    const message = "must be a page: count, next, previous and results";
    return [violation("not-a-page", "", message, shownValue(body))];
  }
  const resolve = resolverOf(operation);
  // The media type has been judged. In its documented form, Prism knows which schema to take.
  const documentedHeaders = { ...headers, "content-type": content.mediaType };
  const violations = contract.checkResponse(operation, { statusCode: status, headers: documentedHeaders, body });
  const found = schemaFindings(violations, body, schema, resolve);
  const named = new Set(found.filter(({ category }) => category === "undocumented-field").map(({ place }) => place));
  const undocumented = undocumentedFields(body, schema, resolve)
    .filter((path) => !named.has(placeOf(path)))
    .map((path) =>
      violation("undocumented-field", placeOf(path), "is not documented", kindOfValue(valueAt(body, path))),
    );
  return [...found, ...undocumented];
}

/** Whether a value has so much of a page that its faults are worth naming one by one. */
function isPage(body: unknown): boolean {
  return typeof body === "object" && body !== null && ("results" in body || ("count" in body && "next" in body));
}

function violation(category: Finding["category"], place: string, message: string, came: string): WithoutStatus {
  return { category, severity: "violation", place, message, came };
}
