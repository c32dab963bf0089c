import { checkNode } from "../check-node.ts";
import { MockError } from "../mock-error.ts";
import { ownProperties } from "../own-properties.ts";
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
 * Starts a mock server. It responds to each operation of a description with its examples, and rejects requests that break
 * the description.
 *
 * An undocumented error is a problem document, `application/problem+json`: 404 for an unknown path (a missing trailing
 * slash is enough), 405, 401 and 422 for requests, 500 for an example that does not fit its schema. If the operation
 * documents a 401, 422 or 400, an invalid request gets that; the header `sl-violations` lists the violations.
 *
 * @example
 * await using mock = await startMock();
 * const response = await fetch(`${mock.url}/api/projects/`, { headers: { Authorization: "Token 0123", Prefer: "code=429" } });
 *
 * @returns the server, listening
 * @throws {MockError} if Node.js is too old, an option is invalid, the description cannot be read or the address is not available
 */
export async function startMock(given: MockOptions = {}): Promise<Mock> {
  checkNode();
  const options = ownProperties(given);
  const { stateful = false, description = await readKeyNestDescription(), ...others } = options;
  if (stateful && others.backend) {
    throw new MockError("option-refused", "A mock has one backend: stateful or backend. Leave out one of the two.");
  }
  // Prism takes longer to load than to start, so it is loaded when first needed.
  const { openMock } = await import("../server/open-mock.ts");
  const backend = stateful ? keyNestBackend(stateful === true ? {} : stateful) : undefined;
  return openMock(ownProperties({ ...others, description, ...(backend && { backend }) }));
}
