import { checkNode } from "./check-node.ts";
import { ownProperties } from "./own-properties.ts";
import type { PlannedAnswer } from "./server/planned-answers.ts";
import type { RecordedRequest, RecordedViolation } from "./server/recorder.ts";
import type { KeyNestOptions } from "./stateful/create-keynest.ts";

export interface MockOptions {
  /**
   * The port to listen on; 0 for a free one that the system picks.
   * @default 0
   */
  port?: number;
  /**
   * The address or name to listen on.
   * @default "127.0.0.1"
   */
  host?: string;
  /**
   * What to serve: an OpenAPI document as an object, or the path of one as JSON or YAML.
   * @default the KeyNest description that this package carries
   */
  description?: object | string;
  /**
   * Whether to answer with random values that fit the description, instead of its examples.
   * @default false
   */
  dynamic?: boolean;
  /** Makes the random values the same for each request of an operation. */
  seed?: string;
  /**
   * Whether to answer from a small KeyNest that remembers, instead of with examples; or how that behaves.
   * @default false
   */
  stateful?: boolean | KeyNestOptions;
  /** Called for each request when it is answered. */
  onRequest?: (request: RecordedRequest) => void;
}

/** A running mock server. */
export interface Mock extends AsyncDisposable {
  /** Where it listens, without a trailing slash: `http://127.0.0.1:53211`. */
  readonly url: string;
  /** How many operations it serves. */
  readonly operationCount: number;
  /** The requests that it has received, oldest first, the last 10,000 of them. Secrets are replaced by `[redacted]`. */
  readonly requests: readonly RecordedRequest[];
  /** What broke the description in these requests, or in the answers to them. */
  readonly violations: readonly RecordedViolation[];
  /** @throws MockError that lists the violations, when there are any */
  expectNoViolations(): void;
  /**
   * Plans an answer of an operation: the next request for it gets that, or the next `times` requests.
   *
   * @example mock.next("listProjects", { status: 429, headers: { "Retry-After": "1" }, times: 2 })
   * @throws MockError for an operation that there is not, and an answer that cannot be or breaks the description
   */
  next(operationId: string, answer: PlannedAnswer): void;
  /**
   * Reads the description again, where it is a file, and serves it from now on.
   *
   * @throws MockError when it cannot be read; the former one is still served then
   */
  reload(): Promise<void>;
  /** Forgets requests, violations and planned answers. */
  forget(): void;
  /** Goes back to how it started: forgets all that, and with state everything since, in the data file too. */
  reset(): Promise<void>;
  /** Ends the server and every connection to it. Resolves when the port is free again; further calls do nothing. */
  close(): Promise<void>;
}

/**
 * Starts a server that answers each operation of an API description with the examples of that description, and
 * answers a request or an example that breaks the description with an error.
 *
 * An error that stands in no description is `application/problem+json`: 404 for a path that is no route (a missing
 * trailing slash is enough), 405, 401 and 422 for requests, 500 for an example that does not fit its schema. Where the
 * operation declares a 401, 422 or 400 of its own, a bad request gets that; `sl-violations` lists what was wrong.
 *
 * @example
 * await using mock = await startMock();
 * const response = await fetch(`${mock.url}/api/projects/`, { headers: { Authorization: "Token 0123", Prefer: "code=429" } });
 *
 * @returns the server, listening
 * @throws MockError when this is an older Node.js, the description cannot be read or the address cannot be had
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  checkNode();
  // Prism takes longer to load than to start, so it is loaded when first needed.
  const { openMock } = await import("./server/open-mock.ts");
  return openMock(ownProperties(options));
}
