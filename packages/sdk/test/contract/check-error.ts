import { inspect, isDeepStrictEqual } from "node:util";
import { show } from "./check-request.ts";
import type { ExpectedAnswer } from "./check-result.ts";
import type { Sdk } from "./sdk.ts";

const classes: Record<number, string> = {
  400: "BadRequestError",
  401: "AuthenticationError",
  403: "PermissionDeniedError",
  404: "NotFoundError",
  409: "ConflictError",
  422: "UnprocessableEntityError",
  429: "RateLimitError",
};

interface ThrownError extends Error {
  status: number;
  body: unknown;
  headers: Headers;
  operationId: string;
}

/** Sentences about what a plain function threw, if that is not the error which belongs to the answer. */
export function checkError(
  sdk: Sdk,
  thrown: unknown,
  operationId: string,
  { status, body, headers }: ExpectedAnswer,
  secrets: string[],
): string[] {
  const className = classes[status] ?? (status >= 500 ? "InternalServerError" : "ApiError");
  if (!isOf(sdk, thrown, className)) return [`${thrown} is thrown, and should be of class ${className}`];
  const error = thrown as ThrownError;
  const problems: string[] = [];
  const expect = (what: string, actual: unknown, expected: unknown) => {
    if (!isDeepStrictEqual(actual, expected))
      problems.push(`${what} is ${show(actual)}, and should be ${show(expected)}`);
  };
  expect("the name of the error", error.name, className);
  expect("the status of the error", error.status, status);
  expect("the body of the error", error.body, body);
  expect("the operationId of the error", error.operationId, operationId);
  for (const [name, value] of headers) expect(`the header ${name} of the error`, error.headers.get(name), value);
  if (!isUseful(error.message, status, body)) problems.push(`the message is of no use: ${error.message}`);
  const shown = [
    error.message,
    String(error),
    error.stack,
    JSON.stringify(error),
    inspect(error, { showHidden: true }),
  ];
  for (const secret of secrets) {
    if (shown.some((text) => text?.includes(secret))) problems.push(`the error shows the sensitive value ${secret}`);
  }
  return problems;
}

function isOf(sdk: Sdk, thrown: unknown, className: string): boolean {
  const errorClass = sdk[className] as new () => Error;
  const guards = [sdk[`is${className}`], sdk.isApiError, sdk.isSdkError] as ((error: unknown) => boolean)[];
  return thrown instanceof errorClass && guards.every((guard) => guard(thrown));
}

/** It names the status and says something of what the body says. */
function isUseful(message: string, status: number, body: unknown): boolean {
  if (/\[object|undefined|\bnull\b|[{}]/.test(message) || !message.includes(`${status}`)) return false;
  const said = textsOf(body);
  return said.length === 0 || said.some((text) => message.includes(text.slice(0, 20)));
}

function textsOf(body: unknown): string[] {
  if (typeof body === "string") return body.trim() ? [body.trim().replace(/[.\s]+$/, "")] : [];
  return typeof body === "object" && body !== null ? Object.values(body).flatMap(textsOf) : [];
}
