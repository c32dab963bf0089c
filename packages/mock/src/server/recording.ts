import { MockError } from "../mock-error.ts";
import type { RecordedRequest, RecordedViolation } from "./request-record.ts";

/** So that a mock that is left running does not fill the memory. */
const MOST = 10_000;

/** The requests that a mock has received. */
export interface Recording {
  readonly requests: readonly RecordedRequest[];
  keep(request: RecordedRequest): void;
  violations(): RecordedViolation[];
  /** @throws MockError that lists the violations, when there are any */
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
      if (requests.length > MOST) requests.shift();
    },
    violations,
    expectNoViolations() {
      const found = violations();
      if (found.length > 0) throw new MockError("contract-broken", report(found));
    },
    clear: () => {
      requests.length = 0;
    },
  };
}

/** A sentence for each violation, with its operation and its place. */
export function report(violations: readonly RecordedViolation[]): string {
  const lines = violations.map(({ operationId, method, path, location, message }) => {
    const where = operationId ? `${operationId} (${method} ${path})` : `${method} ${path}`;
    return `  ${where}: ${location.join(".")}: ${message}`;
  });
  return ["The exchange with the mock server broke the description:", ...new Set(lines)].join("\n");
}
