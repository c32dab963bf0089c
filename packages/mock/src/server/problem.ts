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

/** The problem document of whatever was thrown. Prism's errors carry the type as their name, ours have none. */
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

/** A problem document as an answer. Its `headers`, such as `WWW-Authenticate`, become headers of the answer. */
export function problemResponse({ headers, ...problem }: Problem): MockResponse {
  return {
    status: problem.status,
    headers: { ...(headers as Record<string, string> | undefined), "Content-Type": "application/problem+json" },
    body: problem,
  };
}
