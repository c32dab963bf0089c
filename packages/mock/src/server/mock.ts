import type { CreateBackend } from "./backend.ts";
import type { PlannedResponse } from "./planned-response.ts";
import type { RecordedRequest, RecordedViolation } from "./request-record.ts";

/** Options of a mock server of any API. */
export interface MockServerOptions {
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
  /** What to serve: an OpenAPI document as an object, or the path of one as JSON or YAML. */
  description: object | string;
  /**
   * Whether to respond with random values that fit the description, instead of its examples.
   * @default false
   */
  dynamic?: boolean;
  /** Makes the random values the same for each request of an operation. */
  seed?: string;
  /** Creates a backend, which responds in place of the examples. */
  backend?: CreateBackend;
  /** Called for each request after its response. */
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
  /** How these requests, or the responses to them, broke the description. */
  readonly violations: readonly RecordedViolation[];
  /** @throws {MockError} if there are violations; the message lists them */
  expectNoViolations(): void;
  /**
   * Plans a response of an operation, for the next request or the next `times` requests.
   *
   * @example mock.next("listProjects", { status: 429, headers: { "Retry-After": "1" }, times: 2 })
   * @throws {MockError} if there is no such operation, or the response is impossible or breaks the description
   */
  next(operationId: string, response: PlannedResponse): void;
  /**
   * Reads the description again, where it is a file, and serves it from now on.
   *
   * @throws {MockError} if it cannot be read; the mock then goes on with the former one
   */
  reload(): Promise<void>;
  /** Forgets requests, violations and planned responses. */
  forget(): void;
  /** Forgets all that, and resets the backend, its data file included. */
  reset(): Promise<void>;
  /** Ends the server and every connection to it. Resolves when the port is free again; further calls do nothing. */
  close(): Promise<void>;
}
