import type { Operation } from "../contract/load-operations.ts";
import { operationName } from "../contract/operation-name.ts";
import { pathParamsOf } from "../contract/path-params.ts";
import { isError, violationOf } from "../contract/violations.ts";
import type { Backend, BackendOperation, BackendRequest } from "./backend.ts";
import type { MockResponse } from "./mock-response.ts";
import { parseForm } from "./read-request.ts";
import type { ReceivedRequest } from "./received-request.ts";

/** @returns the response of a backend, or undefined when it leaves the request to the mock */
export async function askBackend(backend: Backend, received: ReceivedRequest): Promise<MockResponse | undefined> {
  const request = await backendRequest(received);
  if (request.violations.length > 0 && !backend.handlesInvalidRequests) return undefined;
  const response = await backend.respond(request);
  return response && withContentType(response);
}

/** Makes what a backend sees of an operation. */
export function backendOperation(operation: Operation): BackendOperation {
  const { method, path, tags = [], request, responses } = operation;
  const bodies = request?.body?.contents ?? [];
  return {
    operationId: operationName(operation),
    method: method.toUpperCase(),
    path,
    tags: tags.map(({ name }) => name),
    bodyFields: [...new Set(bodies.flatMap(({ schema }) => Object.keys(schema?.properties ?? {})))],
    responses: responses.map(({ code, headers = [] }) => ({ status: code, headers: headers.map(({ name }) => name) })),
  };
}

async function backendRequest(received: ReceivedRequest): Promise<BackendRequest> {
  const { operation, request, rawBody, violations, origin, remoteAddress } = received;
  const { method, url, headers, body } = request;
  return {
    operation: backendOperation(operation),
    method: method.toUpperCase(),
    path: url.path,
    pathParams: pathParamsOf(operation, url.path) ?? {},
    query: url.query,
    headers,
    body: (await parseForm(rawBody, headers["content-type"])) ?? body,
    violations: violations.map((violation) => violationOf("request", violation)).filter(isError),
    origin,
    remoteAddress,
  };
}

function withContentType({ status, headers = {}, body }: MockResponse): MockResponse {
  const isNamed = Object.keys(headers).some((name) => name.toLowerCase() === "content-type");
  if (isNamed || body === undefined) return { status, headers, body };
  return { status, headers: { "Content-Type": "application/json", ...headers }, body };
}
