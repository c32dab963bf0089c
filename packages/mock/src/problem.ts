import type { ServerResponse } from "node:http";

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

/** The problem document of whatever was thrown; Prism's errors carry the type as their name. */
export function problemOf(error: unknown): Problem {
  const { name, message, status, detail, additional }: PrismProblem =
    error instanceof Error ? error : new Error(String(error));
  return {
    type: name.startsWith("https:") ? name : "https://stoplight.io/prism/errors#UNKNOWN",
    title: message,
    status: status ?? 500,
    detail: detail ?? "",
    ...additional,
  };
}

/** Answers with a problem document. Its `headers`, such as `WWW-Authenticate`, become headers of the answer. */
export function sendProblem(response: ServerResponse, { headers, ...problem }: Problem): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, String(value));
  response.setHeader("Content-Type", "application/problem+json");
  response.statusCode = problem.status;
  response.end(JSON.stringify(problem));
}
