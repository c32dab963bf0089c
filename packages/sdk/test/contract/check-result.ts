import { inspect, isDeepStrictEqual } from "node:util";
import { show } from "./check-request.ts";

/** What the description says of an answer. */
export interface ExpectedAnswer {
  status: number;
  body: unknown;
  headers: [name: string, value: string][];
}

interface Result {
  ok: boolean;
  status: number;
  data?: unknown;
  error?: unknown;
  headers: Headers;
  response: Response;
  request: Request;
}

/** Sentences about a detailed result that is not what the description says. */
export function checkResult(given: unknown, { status, body, headers }: ExpectedAnswer, secrets: string[]): string[] {
  const result = given as Result;
  const problems: string[] = [];
  const expect = (what: string, actual: unknown, expected: unknown) => {
    if (!isDeepStrictEqual(actual, expected))
      problems.push(`${what} is ${show(actual)}, and should be ${show(expected)}`);
  };
  const ok = status >= 200 && status < 300;
  expect("status", result.status, status);
  expect("ok", result.ok, ok);
  expect("the list of members", Object.keys(result).sort(), [ok ? "data" : "error", "ok", "status"].sort());
  expect(ok ? "data" : "error", ok ? result.data : result.error, body);
  for (const [name, value] of headers) expect(`the header ${name}`, result.headers.get(name), value);
  expect("the status of the response", result.response.status, status);
  const shown = inspect(result, { depth: 9, showHidden: true }) + inspect([...result.request.headers]);
  for (const secret of secrets) if (shown.includes(secret)) problems.push(`the result shows the credential ${secret}`);
  return problems;
}
