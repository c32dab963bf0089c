import { createRequire } from "node:module";
import { legible } from "./legible.ts";
import type { Operation } from "./load-operations.ts";
import { noRoute } from "./no-route.ts";
import type { PrismRequest, PrismResponse, PrismViolation } from "./prism-types.ts";
import { silentLogger } from "./silent-logger.ts";

// Required, because loaders do not agree on what the default import of a CommonJS module with a default export is.
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

/** A description, ready to hold requests and answers against it. Prism does the checking. */
export interface Contract {
  readonly operations: readonly Operation[];
  /** @throws a problem, with `status` 404, 405 or 400 and `detail`, when a request is for no operation */
  operationOf(request: PrismRequest): Operation;
  /** What breaks the description in a request, its credentials first. */
  checkRequest(operation: Operation, request: PrismRequest): PrismViolation[];
  /** What breaks the description in an answer: status, media type, body, headers. */
  checkResponse(operation: Operation, response: PrismResponse): PrismViolation[];
  /**
   * Prism's answer: an example of the operation, or where there are violations, one of a refusal.
   *
   * @throws Prism's problem, when the description has no such answer
   */
  exampleOf(
    operation: Operation,
    request: PrismRequest,
    violations: PrismViolation[],
    choice: ExampleChoice,
  ): PrismResponse;
}

/** Prism returns what is an `Either` to it: a value on the right, or why there is none on the left. */
type Either = { _tag: "Left"; left: unknown } | { _tag: "Right"; right: unknown };

/** Holds a description's operations ready. */
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
      ...problemsOf(validateInput({ resource, element: legible(element, resource) })),
    ],
    checkResponse: (resource, element) => problemsOf(validateOutput({ resource, element })),
    exampleOf: (resource, data, validations, choice) => {
      const input = { data, validations } as Parameters<Mock>[0]["input"];
      const answer = mock({ resource, input, config: { ...choice } });
      return rightOf(answer(silentLogger as unknown as Logger)) as PrismResponse;
    },
  };
}

/** Prism cannot answer what it cannot decode. @throws a problem with status 400 */
function checkEncoding(path: string): void {
  if (isDecodable(path)) return;
  const detail = `${path} has a % that encodes nothing`;
  throw Object.assign(new Error("The path is malformed"), { status: 400, detail });
}

/** The result is used, because bundlers drop a call of what they take to be pure, although it may throw. */
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
