import { close, listen } from "./listen.ts";

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
}

/** A running mock server. */
export interface Mock extends AsyncDisposable {
  /** Where it listens, without a trailing slash: `http://127.0.0.1:53211`. */
  readonly url: string;
  /** How many operations it serves. */
  readonly operationCount: number;
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
 * @throws MockError when the description cannot be read or the address cannot be had
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  // Prism takes longer to load than to start, so it is loaded when first needed.
  const [{ loadOperations }, { createPrism }, { createHttpServer }] = await Promise.all([
    import("./load-operations.ts"),
    import("./prism.ts"),
    import("./http-server.ts"),
  ]);
  const operations = await loadOperations(options.description);
  const server = createHttpServer(createPrism(operations));
  const url = await listen(server, options.host ?? "127.0.0.1", options.port ?? 0);
  let closed: Promise<void> | undefined;
  const closeOnce = (): Promise<void> => {
    closed ??= close(server);
    return closed;
  };
  return { url, operationCount: operations.length, close: closeOnce, [Symbol.asyncDispose]: closeOnce };
}
