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
import { htmlTitleOf, isJsonType, mediaTypeOf, parseJson, type RawResponse } from "./raw-response.ts";
import { resolverOf } from "./schema.ts";
import { schemaFindings, valueAt } from "./schema-findings.ts";
import { kindOfValue, placeOf, shortened, shownValue } from "./shown-value.ts";
import { undocumentedFields } from "./undocumented-fields.ts";

/**
 * Compares a response with the description of its operation, and finds more than Prism does. One cause is one finding:
 * of a response that is something else altogether, that is the only one.
 */
export function responseFindings(contract: Contract, operation: Operation, response: RawResponse): Finding[] {
  const { status } = response;
  const found = checkWhole(contract, operation, response);
  return found.map((finding) => ({ ...finding, status }));
}

/** Does the same for a response whose body is not known. */
export function headFindings(operation: Operation, { status, headers }: Omit<RawResponse, "bytes">): Finding[] {
  const response = { status, headers, bytes: Buffer.alloc(0) };
  const documented = responseFor(operation, status);
  if (!documented) return [{ ...undocumentedStatus(operation, response), status }];
  const isOther = headers["content-type"] !== undefined && !contentFor(documented, mediaTypeOf(response));
  const wrongType = isOther && documented.contents?.[0] ? [wrongContentType(documented, response)] : [];
  return [...wrongType, ...missingHeaders(documented, headers)].map((finding) => ({ ...finding, status }));
}

type WithoutStatus = Omit<Finding, "status">;

function checkWhole(contract: Contract, operation: Operation, response: RawResponse): WithoutStatus[] {
  const documented = responseFor(operation, response.status);
  const title = htmlTitleOf(response);
  if (title !== undefined && !(documented && contentFor(documented, "text/html"))) {
    const status = documented ? "" : `, and the status ${response.status} is not documented`;
    return [violation("html-page", "", `an HTML page came instead of data${status}`, `“${shortened(title)}”`)];
  }
  if (!documented) return [undocumentedStatus(operation, response)];
  return [...checkBody(contract, operation, documented, response), ...missingHeaders(documented, response.headers)];
}

function undocumentedStatus(operation: Operation, { status, headers, bytes }: RawResponse): WithoutStatus {
  const { location } = headers;
  // The query of a redirect may contain a secret. Its path hardly ever does.
  const more = location ? `to ${shortened(location.replace(/[?#].*/, ""))}` : kindOfBody(bytes);
  return violation(
    "undocumented-status",
    "",
    `the documented statuses are ${documentedStatuses(operation)}`,
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
  documented: DocumentedResponse,
  response: RawResponse,
): WithoutStatus[] {
  const [first] = documented.contents ?? [];
  if (!first) {
    if (response.bytes.length === 0) return [];
    return [violation("undocumented-body", "", "no body is documented", `${response.bytes.length} bytes`)];
  }
  const mediaType = mediaTypeOf(response);
  const content = contentFor(documented, mediaType);
  const documentedContent = content ?? first;
  const text = response.bytes.toString("utf8");
  if (text === "") return [violation("missing-body", "", `must be ${documentedContent.mediaType}`, "no body")];
  const wrongType = content ? [] : [wrongContentType(documented, response)];
  if (!isJsonType(documentedContent.mediaType)) {
    if (!content) return wrongType;
    return checkValue(contract, operation, documentedContent, response, text);
  }
  const body = parseJson(text);
  if (body === undefined) {
    // A body of another type, with the content type of that type, is one finding, not two.
    return content
      ? [violation("unreadable-body", "", "must be JSON", `text of ${text.length} characters`)]
      : wrongType;
  }
  try {
    return [...wrongType, ...checkValue(contract, operation, documentedContent, response, body)];
  } catch (error) {
    // The body is nested too deeply for the stack.
    if (!(error instanceof RangeError)) throw error;
    return [
      ...wrongType,
      violation(
        "unreadable-body",
        "",
        "must not be nested so deeply that it cannot be checked",
        kindOfBody(response.bytes),
      ),
    ];
  }
}

function wrongContentType({ contents = [] }: DocumentedResponse, { headers }: RawResponse): WithoutStatus {
  const mediaTypes = contents.map(({ mediaType }) => mediaType).join(" or ");
  const came = headers["content-type"];
  return violation("wrong-content-type", "Content-Type", `must be ${mediaTypes}`, came ? shortened(came) : "none");
}

function checkValue(
  contract: Contract,
  operation: Operation,
  content: DocumentedContent,
  { status, headers }: RawResponse,
  body: unknown,
): WithoutStatus[] {
  const schema = schemaOf(content);
  if (isPageSchema(schema) && !isPage(body)) {
    const message = "must be a page: count, next, previous and results";
    return [violation("not-a-page", "", message, shownValue(body))];
  }
  const resolve = resolverOf(operation);
  // The media type has been checked already. The documented one makes Prism take its schema.
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

/** Whether a value is enough of a page to report its errors one by one. */
function isPage(body: unknown): boolean {
  return typeof body === "object" && body !== null && ("results" in body || ("count" in body && "next" in body));
}

function violation(category: Finding["category"], place: string, message: string, came: string): WithoutStatus {
  return { category, severity: "violation", place, message, came };
}
