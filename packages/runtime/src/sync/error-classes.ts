import { ApiError } from "../errors/api-error.ts";
import { AuthenticationError } from "../errors/authentication-error.ts";
import { BadRequestError } from "../errors/bad-request-error.ts";
import { ConflictError } from "../errors/conflict-error.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { DecodeError } from "../errors/decode-error.ts";
import { InternalServerError } from "../errors/internal-server-error.ts";
import { NotFoundError } from "../errors/not-found-error.ts";
import { PaginationError } from "../errors/pagination-error.ts";
import { PermissionDeniedError } from "../errors/permission-denied-error.ts";
import { RateLimitError } from "../errors/rate-limit-error.ts";
import { RedirectError } from "../errors/redirect-error.ts";
import { SdkError } from "../errors/sdk-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { UnprocessableEntityError } from "../errors/unprocessable-entity-error.ts";
import { UsageError } from "../errors/usage-error.ts";

/** The classes of errors by their names. */
export const errorClasses: Readonly<Record<string, typeof SdkError>> = {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  ConnectionError,
  DecodeError,
  InternalServerError,
  NotFoundError,
  PaginationError,
  PermissionDeniedError,
  RateLimitError,
  RedirectError,
  SdkError,
  TimeoutError,
  UnprocessableEntityError,
  UsageError,
} as never;
