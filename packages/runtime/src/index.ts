export type { Client, Fetch } from "./client/client.ts";
export type { ClientOptions } from "./client/client-options.ts";
export { ClientResource } from "./client/client-resource.ts";
export { createClient, type SchemesOf } from "./client/create-client.ts";
export { extendClient } from "./client/extend-client.ts";
export { flatParams } from "./client/flat-params.ts";
export type { RateLimit } from "./client/rate-limit.ts";
export type { Clock } from "./clock.ts";
export { basic, type UserPassword } from "./credentials/basic.ts";
export { bearer } from "./credentials/bearer.ts";
export { cookieKey } from "./credentials/cookie-key.ts";
export type { Credential, Outgoing, Refusal, Secret } from "./credentials/credential.ts";
export { headerKey } from "./credentials/header-key.ts";
export { queryKey } from "./credentials/query-key.ts";
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
export type { HookContext, Hooks, HttpRequest } from "./hooks/hooks.ts";
export { idempotencyKey } from "./hooks/idempotency-key.ts";
export { type LogEntry, type LoggerOptions, type LogLevel, logger } from "./hooks/logger.ts";
export { type RateLimiterOptions, rateLimiter } from "./hooks/rate-limiter.ts";
export type { BinaryBody } from "./operation/bodies/binary.ts";
export { encodeMultipart, encodeUrlencoded } from "./operation/bodies/encode-form.ts";
export { encodeRaw } from "./operation/bodies/encode-raw.ts";
export type { MediaType } from "./operation/bodies/encoded-body.ts";
export { jsonBody } from "./operation/bodies/json-body.ts";
export { mediaBody } from "./operation/bodies/media-body.ts";
export type { Operation, Parameter, ParameterDetails } from "./operation/operation.ts";
export { pathTarget } from "./operation/parameters/path-target.ts";
export { decodeMedia } from "./operation/responses/decode-media.ts";
export type {
  ClientErrorStatus,
  InformationalStatus,
  OtherStatus,
  RedirectStatus,
  ServerErrorStatus,
  SuccessStatus,
} from "./operation/status.ts";
export type { CallOptions, HeaderValues, RequestOptions, RetryOptions } from "./options.ts";
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
export { type FoundSecrets, findSecrets } from "./redaction/find-secrets.ts";
export type { Hide } from "./redaction/shown.ts";
export { type ClientFetchOptions, clientFetch } from "./request/client-fetch.ts";
export { rawRequest } from "./request/raw-request.ts";
export { request, requestData } from "./request/request.ts";
export type { Failure, Success, Undocumented } from "./request/result.ts";
export type { RawOperation } from "./request/send-raw.ts";
export { unwrap } from "./request/unwrap.ts";
export { type BeginOptions, type Session, session } from "./sessions/session.ts";
export type { SessionOptions } from "./sessions/session-options.ts";
export type { LoginProof } from "./sessions/store-key.ts";
export type { TokenStore } from "./sessions/token-store.ts";
export type { Grant, Tokens } from "./sessions/tokens.ts";
