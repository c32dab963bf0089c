import type { IncomingMessage, ServerResponse } from "node:http";

/** Lets pages of any origin call and read everything (CORS). */
export function allowBrowsers({ headers }: IncomingMessage, response: ServerResponse): void {
  response.setHeader("Access-Control-Allow-Origin", headers.origin ?? "*");
  response.setHeader("Access-Control-Allow-Headers", headers["access-control-request-headers"] ?? "*");
  response.setHeader("Access-Control-Allow-Methods", headers["access-control-request-method"] ?? "*");
  response.setHeader("Access-Control-Expose-Headers", "*");
}

export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === "OPTIONS" && headers["access-control-request-method"] !== undefined;
}
