import { MockError } from "../mock-error.ts";
import type { RecordedRequest, RecordedViolation } from "./request-record.ts";

/** The most requests that a mock keeps, so that a long-running one does not fill the memory. */
const MAX_REQUESTS = 10_000;

/** The requests that a mock has received. */
export interface Recording {
  readonly requests: readonly RecordedRequest[];
  keep(request: RecordedRequest): void;
  violations(): RecordedViolation[];
  /** @throws {MockError} if there are violations; the message lists them */
  expectNoViolations(): void;
  clear(): void;
}

export function createRecording(): Recording {
  const requests: RecordedRequest[] = [];
  const violations = (): RecordedViolation[] => requests.flatMap((request) => request.violations);
  return {
    requests,
    keep(request) {
      requests.push(request);
      if (requests.length > MAX_REQUESTS) requests.shift();
    },
    violations,
    expectNoViolations() {
      const found = violations();
      if (found.length > 0) throw new MockError("contract-broken", violationReport(found));
    },
    clear: () => {
      requests.length = 0;
    },
  };
}

/** Lists violations, each in a sentence with its operation and location. */
export function violationReport(violations: readonly RecordedViolation[]): string {
  const lines = violations.map(({ operationId, method, path, location, message }) => {
    const where = operationId ? `${operationId} (${method} ${path})` : `${method} ${path}`;
    return `  ${where}: ${location.join(".")}: ${message}`;
  });
  return ["The exchange with the mock server broke the description:", ...new Set(lines)].join("\n");
}
