import type { Violation } from "../contract/violations.ts";
import type { MockResponse } from "./mock-response.ts";

/**
 * Responds to requests in place of the examples of a description. Write one to give the mock of an API state.
 *
 * @example
 * const backend = (): Backend => ({
 *   respond: ({ operation }) => (operation.operationId === "listBooks" ? { status: 200, body: books } : undefined),
 * });
 * await using mock = await startMock({ description: "books.yaml", backend });
 */
export interface Backend {
  /**
   * Responds to a request. The mock checks the response against the description, as it checks an example.
   *
   * @returns the response, or undefined for the one that the mock gives without a backend
   * @throws {Error} to respond with a problem document (RFC 9457), whose status and detail are the properties `status`
   *   and `detail` of the error; without a `status`, it is 500
   */
  respond(request: BackendRequest): MockResponse | undefined | Promise<MockResponse | undefined>;
  /**
   * Whether invalid requests reach the backend, so that it can reject them in its own way. Otherwise the mock rejects
   * them: a request without a credential, or with a body that breaks the description, never gets here.
   * @default false
   */
  readonly handlesInvalidRequests?: boolean;
  /** Goes back to the state at the start. Called by `reset()` of the mock. */
  reset?(): void | Promise<void>;
  /** Releases what the backend holds, such as an open file. Called by `close()` of the mock. */
  close?(): void | Promise<void>;
}

/**
 * Creates the backend of a mock. Each mock has its own.
 *
 * @param operations - the operations that the mock serves
 */
export type CreateBackend = (operations: readonly BackendOperation[]) => Backend | Promise<Backend>;

/** A request for a documented operation. */
export interface BackendRequest {
  readonly operation: BackendOperation;
  /** In capitals: `GET`. May be `HEAD` where the operation is a GET. */
  readonly method: string;
  /** Without the query: `/books/7`. */
  readonly path: string;
  /** The values in the path by the names of its template, decoded. */
  readonly pathParams: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | string[]>>;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON as a value, a form as its parts by name (strings and `File`s), any other body as text; null for no body. */
  readonly body: unknown;
  /** How the request breaks the description. Always empty unless the backend handles invalid requests. */
  readonly violations: readonly Violation[];
  /** The URL of the mock as the caller knows it, without a trailing slash; for links in responses. */
  readonly origin: string;
  /** The IP address of the caller. */
  readonly remoteAddress: string;
}

/** An operation of the description. */
export interface BackendOperation {
  /** The `operationId`, or where the description has none, method and path: `GET /books/{id}`. */
  readonly operationId: string;
  /** In capitals. */
  readonly method: string;
  /** The path template: `/books/{id}`. */
  readonly path: string;
  readonly tags: readonly string[];
  /** The names of the fields that the request body may have. */
  readonly bodyFields: readonly string[];
  /** The documented responses. */
  readonly responses: readonly ResponseDeclaration[];
}

/** What the description says about one response of an operation. */
export interface ResponseDeclaration {
  /** Such as `200`, `4XX` or `default`. */
  readonly status: string;
  /** The names of its headers, as the description writes them. */
  readonly headers: readonly string[];
}
