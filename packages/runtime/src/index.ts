export type { BinaryBody } from "./bodies/binary.ts";
export type { MediaType } from "./bodies/body.ts";
export { encodeMultipart, encodeUrlencoded } from "./bodies/encode-form.ts";
export { encodeRaw } from "./bodies/encode-raw.ts";
export { jsonBody } from "./bodies/json-body.ts";
export { mediaBody } from "./bodies/media-body.ts";
export {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  type Fetch,
  type SchemesOf,
} from "./client.ts";
export { ClientResource } from "./client-resource.ts";
export type { Clock } from "./clock.ts";
export { basic, type UserPassword } from "./credentials/basic.ts";
export { bearer } from "./credentials/bearer.ts";
export { cookieKey } from "./credentials/cookie-key.ts";
export type { Credential, Outgoing, Secret } from "./credentials/credential.ts";
export { headerKey } from "./credentials/header-key.ts";
export { queryKey } from "./credentials/query-key.ts";
export { decodeMedia } from "./decode-media.ts";
export { ApiError, isApiError } from "./errors/api-error.ts";
export { AuthenticationError, isAuthenticationError } from "./errors/authentication-error.ts";
export { BadRequestError, isBadRequestError } from "./errors/bad-request-error.ts";
export { ConflictError, isConflictError } from "./errors/conflict-error.ts";
export { ConnectionError, isConnectionError } from "./errors/connection-error.ts";
export { DecodeError, isDecodeError } from "./errors/decode-error.ts";
export { InternalServerError, isInternalServerError } from "./errors/internal-server-error.ts";
export { isNotFoundError, NotFoundError } from "./errors/not-found-error.ts";
export { isPaginationError, PaginationError } from "./errors/pagination-error.ts";
export { isPermissionDeniedError, PermissionDeniedError } from "./errors/permission-denied-error.ts";
export { isRateLimitError, RateLimitError } from "./errors/rate-limit-error.ts";
export { isRedirectError, RedirectError } from "./errors/redirect-error.ts";
export { isSdkError, SdkError } from "./errors/sdk-error.ts";
export { isTimeoutError, TimeoutError } from "./errors/timeout-error.ts";
export { isUnprocessableEntityError, UnprocessableEntityError } from "./errors/unprocessable-entity-error.ts";
export { isUsageError, UsageError } from "./errors/usage-error.ts";
export { extendClient } from "./extend-client.ts";
export { flatParams } from "./flat-params.ts";
export type { HeaderValues } from "./headers.ts";
export { idempotencyKey } from "./hooks/idempotency-key.ts";
export { type LogEntry, type LoggerOptions, type LogLevel, logger } from "./hooks/logger.ts";
export { type RateLimiterOptions, rateLimiter } from "./hooks/rate-limiter.ts";
export type { HookContext, Hooks, HttpRequest } from "./hooks.ts";
export type { Operation, Parameter, ParameterDetails } from "./operation.ts";
export { ownProperties } from "./own-properties.ts";
export { type PagePromise, pagePromise } from "./pages/page-promise.ts";
export type {
  ItemOf,
  OperationFunction,
  PageArguments,
  PagedFunction,
  PageOf,
  PageOptions,
} from "./pages/page-types.ts";
export type { PagePath, Pages } from "./pages/pages.ts";
export { type Paginated, paginate } from "./pages/paginate.ts";
export type { RateLimit } from "./rate-limit.ts";
export { type RawOperation, rawRequest } from "./raw-request.ts";
export { type FoundSecrets, findSecrets } from "./redaction/find-secrets.ts";
export type { Hide } from "./redaction/shown.ts";
export { type RequestOptions, request, requestData } from "./request.ts";
export type { Failure, Success, Undocumented } from "./result.ts";
export type { RetryOptions } from "./retry.ts";
export { type BeginOptions, type Session, session } from "./sessions/session.ts";
export type { SessionOptions } from "./sessions/session-options.ts";
export type { LoginProof } from "./sessions/store-key.ts";
export type { TokenStore } from "./sessions/token-store.ts";
export type { Grant, Tokens } from "./sessions/tokens.ts";
export type {
  ClientErrorStatus,
  InformationalStatus,
  OtherStatus,
  RedirectStatus,
  ServerErrorStatus,
  SuccessStatus,
} from "./status.ts";
export { pathTarget } from "./target/path-target.ts";
export { unwrap } from "./unwrap.ts";
