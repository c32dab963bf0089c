import { checkNode } from "../check-node.ts";
import { MockError } from "../mock-error.ts";
import type { Mock, MockServerOptions } from "../server/mock.ts";
import { keyNestBackend } from "./backend/keynest-backend.ts";
import type { KeyNestOptions } from "./backend/options.ts";
import { readKeyNestDescription } from "./description.ts";

export interface MockOptions extends Omit<MockServerOptions, "description"> {
  /**
   * What to serve: an OpenAPI document as an object, or the path of one as JSON or YAML.
   * @default the KeyNest description that this package carries
   */
  description?: object | string;
  /**
   * Whether to respond from a small KeyNest with state, instead of with examples; or how that behaves.
   * @default false
   */
  stateful?: boolean | KeyNestOptions;
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
  const { stateful = false, description = await readKeyNestDescription(), ...others } = options;
  if (stateful && others.backend) {
    throw new MockError("option-refused", "stateful is a backend, and so is backend. Leave out one of the two.");
  }
  // Prism takes longer to load than to start, so it is loaded when first needed.
  const { openMock } = await import("../server/open-mock.ts");
  const backend = stateful ? keyNestBackend(stateful === true ? {} : stateful) : undefined;
  return openMock({ ...others, description, ...(backend && { backend }) });
}
