// Results and errors of the worker, serialized there and restored here.

import { detailsOf, type ErrorDetails } from "../errors/sdk-error.ts";
import { internalsOf } from "../internals.ts";
import { ownProperties } from "../own-properties.ts";
import type { Exchange } from "../request/exchange.ts";
import { DetailedResult } from "../request/result.ts";
import { errorClasses } from "./error-classes.ts";
import { pack, unpack } from "./pack.ts";

interface PackedResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: [string, string][];
  readonly url: string;
}

interface PackedError {
  readonly name: string;
  readonly message: string;
  /** For errors of this package. */
  readonly details?: Omit<ErrorDetails, "response" | "cause">;
  readonly response?: PackedResponse | undefined;
  readonly cause?: PackedError | undefined;
}

/** The outcome of a function of the worker. */
export type Outcome =
  | { readonly kind: "data"; readonly data: unknown }
  | {
      readonly kind: "result";
      readonly body: unknown;
      readonly response: PackedResponse;
      readonly request: {
        readonly method: string;
        readonly url: string;
        readonly headers: object;
        readonly body?: unknown;
      };
    }
  | { readonly kind: "error"; readonly error: PackedError };

/** Serializes the result of a function. */
export function packValue(value: unknown): Outcome {
  const exchange = internalsOf<Exchange>(value);
  if (!exchange?.context) return { kind: "data", data: pack(value) };
  const { method, url, headers, body } = exchange.context.request;
  const sent = typeof body === "string" ? body : undefined;
  return {
    kind: "result",
    body: pack(exchange.body),
    response: packResponse(exchange.response),
    request: { method, url, headers, body: sent },
  };
}

/** Serializes the error of a function. */
export function packError(error: unknown): Outcome {
  return { kind: "error", error: packThrown(error) };
}

/** Returns the value, or throws the error, in this thread. */
export function unpackOutcome(outcome: Outcome): unknown {
  if (outcome.kind === "data") return unpack(outcome.data);
  if (outcome.kind === "error") throw unpackThrown(outcome.error);
  const { request, response, body } = outcome;
  return new DetailedResult({
    context: { request },
    response: unpackResponse(response),
    body: unpack(body),
  } as Exchange);
}

function packThrown(error: unknown, depth = 3): PackedError {
  const { name = "Error", message = String(error), cause } = (error ?? {}) as Partial<Error>;
  const { response, cause: _, ...details } = detailsOf(error) ?? {};
  const { code } = ownProperties(error as { code?: unknown });
  return {
    name: String(name),
    message: String(message),
    ...(detailsOf(error)
      ? { details: { ...details, ...("body" in details && { body: pack(details.body) }) } }
      : typeof code === "string" && { details: { code } }),
    ...(response && { response: packResponse(response) }),
    ...(cause !== undefined && depth && { cause: packThrown(cause, depth - 1) }),
  };
}

function unpackThrown(thrown: PackedError): Error {
  const { name, message, details, response, cause } = ownProperties(thrown);
  const options = ownProperties(cause && { cause: unpackThrown(cause) });
  const Class = Object.hasOwn(errorClasses, name) ? errorClasses[name] : undefined;
  if (!Class) return Object.assign(new Error(message, options), { name }, details);
  // The constructor adds the operation again.
  const { operationId, ...more } = ownProperties(details);
  const said = operationId ? message.replace(`${operationId}: `, "") : message;
  return new Class(said, {
    ...more,
    ...options,
    operationId: operationId as string,
    ...(Object.hasOwn(more, "body") && { body: unpack(more.body) }),
    ...(response && { response: unpackResponse(response) }),
  });
}

function packResponse({ status, statusText, headers, url }: Response): PackedResponse {
  return { status, statusText, headers: [...headers], url };
}

/** Its body has been read in the worker. */
function unpackResponse({ url, ...init }: PackedResponse): Response {
  return Object.defineProperty(new Response(null, ownProperties(init)), "url", ownProperties({ value: url }));
}
