export type { Violation } from "./contract/violations.ts";
export { isMockError, MockError, type MockErrorCode } from "./mock-error.ts";
export type { Fault } from "./server/faults.ts";
export type { PlannedAnswer } from "./server/planned-answers.ts";
export type { RecordedRequest, RecordedViolation } from "./server/recorder.ts";
export { type Mock, type MockOptions, startMock } from "./start-mock.ts";
export type { KeyNestOptions } from "./stateful/create-keynest.ts";
export type { RateLimits } from "./stateful/rate-limits.ts";
