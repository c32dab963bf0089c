export type { Violation } from "./contract/violations.ts";
export type { KeyNestOptions } from "./keynest/backend/options.ts";
export type { RateLimits } from "./keynest/backend/rate-limits.ts";
export { type MockOptions, startMock } from "./keynest/start-mock.ts";
export { isMockError, MockError, type MockErrorCode } from "./mock-error.ts";
export type {
  Backend,
  BackendOperation,
  BackendRequest,
  CreateBackend,
  ResponseDeclaration,
} from "./server/backend.ts";
export type { Fault } from "./server/faults.ts";
export type { Mock } from "./server/mock.ts";
export type { MockResponse } from "./server/mock-response.ts";
export type { PlannedResponse } from "./server/planned-response.ts";
export type { RecordedRequest, RecordedViolation } from "./server/request-record.ts";
