import { ApiError } from "../errors/api-error.ts";
import { AuthenticationError } from "../errors/authentication-error.ts";
import { BadRequestError } from "../errors/bad-request-error.ts";
import { ConflictError } from "../errors/conflict-error.ts";
import { InternalServerError } from "../errors/internal-server-error.ts";
import { NotFoundError } from "../errors/not-found-error.ts";
import { PermissionDeniedError } from "../errors/permission-denied-error.ts";
import { RateLimitError } from "../errors/rate-limit-error.ts";
import { UnprocessableEntityError } from "../errors/unprocessable-entity-error.ts";
import { internalsOf } from "../internals.ts";
import { ownProperties } from "../own-properties.ts";
import { redactRequestId } from "../redaction/redact.ts";
import type { Exchange } from "./exchange.ts";
import { messageOf } from "./message.ts";
import type { Failure, Success } from "./result.ts";

const classes: Readonly<Record<number, typeof ApiError>> = /* @__PURE__ */ ownProperties({
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  422: UnprocessableEntityError,
  429: RateLimitError,
});

/**
 * Converts a detailed result to the plain form.
 *
 * @param result - the promise of a detailed function
 * @returns the data of a success
 * @throws {ApiError} if the response is not a success: the class of its status. Also rejects as `result` does.
 * @example const project = await unwrap(getProjectDetailed(client, { id: 7 }))
 */
export async function unwrap<Data>(result: Promise<Success<number, Data> | Failure<number, unknown>>): Promise<Data> {
  return dataOf(internalsOf<Exchange>(await result) as Exchange);
}

/** Returns the data of a success. @throws {ApiError} if the response is not a success: the class of its status */
export async function dataOf<Data>(exchange: Exchange): Promise<Data> {
  const { call, response, body } = exchange;
  const { ok, status } = response;
  if (ok) return body as Data;
  const ErrorClass = classes[status] ?? (status >= 500 ? InternalServerError : ApiError);
  const message = await messageOf(exchange, ErrorClass.prototype.name);
  throw await redactRequestId(exchange, new ErrorClass(message, { operationId: call.operation.id, response, body }));
}
