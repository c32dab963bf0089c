import type { MockResponse } from "./mock-response.ts";

/** A problem document (RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  [extension: string]: unknown;
}

interface PrismProblem extends Error {
  status?: number;
  detail?: string;
  additional?: { headers?: Record<string, string>; [extension: string]: unknown };
}

/** Makes a problem document of an error. Errors of Prism have the problem type as their name; others have none. */
export function problemOf(error: unknown): Problem {
  const { name, message, status, detail, additional }: PrismProblem =
    error instanceof Error ? error : new Error(String(error));
  return {
    type: name.startsWith("https:") ? name : "about:blank",
    title: message,
    status: status ?? 500,
    detail: detail ?? "",
    ...additional,
  };
}

/** Makes a response of a problem document. Its `headers`, such as `WWW-Authenticate`, become headers of the response. */
export function problemResponse({ headers, ...problem }: Problem): MockResponse {
  return {
    status: problem.status,
    headers: { ...(headers as Record<string, string> | undefined), "Content-Type": "application/problem+json" },
    body: problem,
  };
}
