import { createRequire } from "node:module";
import type { Operation } from "./load-operations.ts";
import { noRoute } from "./no-route.ts";
import type { PrismRequest, PrismResponse, PrismViolation } from "./prism-types.ts";
import { sanitizeRequest } from "./sanitize-request.ts";
import { silentLogger } from "./silent-logger.ts";

// `require`, because loaders disagree about the default import of a CommonJS module with a default export.
const require = createRequire(import.meta.url);
const route = (
  require("@stoplight/prism-http/dist/router/index.js") as typeof import("@stoplight/prism-http/dist/router/index.js")
).default;
const mock = (
  require("@stoplight/prism-http/dist/mocker/index.js") as typeof import("@stoplight/prism-http/dist/mocker/index.js")
).default;
const { validateInput, validateOutput, validateSecurity } =
  require("@stoplight/prism-http/dist/validator/index.js") as typeof import("@stoplight/prism-http/dist/validator/index.js");

type Mock = typeof mock;
type Logger = Parameters<ReturnType<Mock>>[0];

/** Which example to take. */
export interface ExampleChoice {
  code?: number;
  exampleKey?: string;
  /** Random values that fit the schema, instead of examples. */
  dynamic: boolean;
  /** Makes the random values the same for each request. */
  seed?: string;
}

/** A description to check requests and responses against. Prism does the checking. */
export interface Contract {
  readonly operations: readonly Operation[];
  /** @throws a problem, with `status` 404, 405 or 400 and `detail`, if there is no operation for the request */
  operationOf(request: PrismRequest): Operation;
  /** @returns how a request breaks the description, its credentials first */
  checkRequest(operation: Operation, request: PrismRequest): PrismViolation[];
  /** @returns how a response breaks the description: status, media type, body, headers */
  checkResponse(operation: Operation, response: PrismResponse): PrismViolation[];
  /**
   * Picks an example of the operation, or if there are violations, of a refusal.
   *
   * @throws a problem of Prism if the description has no such response
   */
  exampleOf(
    operation: Operation,
    request: PrismRequest,
    violations: PrismViolation[],
    choice: ExampleChoice,
  ): PrismResponse;
}

/** The `Either` that Prism returns: a value on the right, or on the left the reason why there is none. */
type Either = { _tag: "Left"; left: unknown } | { _tag: "Right"; right: unknown };

/** Creates the contract of a description from its operations. */
export function createContract(operations: Operation[]): Contract {
  return {
    operations,
    operationOf(input) {
      checkEncoding(input.url.path);
      const found = route({ resources: operations, input });
      if (found._tag === "Left") throw noRoute(found.left, operations, input);
      return found.right as Operation;
    },
    checkRequest: (resource, element) => [
      ...problemsOf(validateSecurity({ resource, element })).map((problem) => nameSchemes(problem, resource)),
      ...problemsOf(validateInput({ resource, element: sanitizeRequest(element, resource) })),
    ],
    checkResponse: (resource, element) => problemsOf(validateOutput({ resource, element })),
    exampleOf: (resource, data, validations, choice) => {
      const input = { data, validations } as Parameters<Mock>[0]["input"];
      const response = mock({ resource, input, config: { ...choice } });
      return rightOf(response(silentLogger as unknown as Logger)) as PrismResponse;
    },
  };
}

/** Prism needs paths that it can decode. @throws a problem with status 400 */
function checkEncoding(path: string): void {
  if (isDecodable(path)) return;
  const detail = `${path} has an invalid percent-encoding`;
  throw Object.assign(new Error("The path is malformed"), { status: 400, detail });
}

/** Uses the result, because bundlers remove a call of a function that they assume to be pure, even if it may throw. */
function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== undefined;
  } catch {
    return false;
  }
}

/** Prism only says that a security scheme is invalid. */
function nameSchemes(problem: PrismViolation, { security = [] }: Operation): PrismViolation {
  const alternatives = security.map((schemes) => schemes.map(({ key }) => key).join(" and "));
  return { ...problem, message: `Request lacks the credential of ${alternatives.join(" or ")}` };
}

function rightOf(either: Either): unknown {
  if (either._tag === "Left") throw either.left;
  return either.right;
}

function problemsOf(either: Either): PrismViolation[] {
  return either._tag === "Left" ? (either.left as PrismViolation[]) : [];
}
