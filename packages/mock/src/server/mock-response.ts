/** A response of a mock. */
export interface MockResponse {
  readonly status: number;
  /** Without a `Content-Type`, a body is JSON. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A JSON value, or text for a media type that is not JSON; undefined for no body. */
  readonly body?: unknown;
}
