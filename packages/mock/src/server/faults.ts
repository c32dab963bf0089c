import type { ServerResponse } from "node:http";
import type { MockResponse } from "./mock-response.ts";
import { send, sendHalf } from "./send.ts";

/** The faults that a request can prefer, or a test can plan. */
export const faults = ["reset", "stall", "truncate", "html", "empty", "429", "expired-token"] as const;

/**
 * A fault: `reset` breaks the connection, `stall` never responds, `truncate` breaks it in the middle of the
 * response, `html` responds with the page of a proxy, `empty` without a body, `429` with a rate limit that asks to wait a
 * second, `expired-token` with 401, as servers do for an expired token.
 */
export type Fault = (typeof faults)[number];

export const isFault = (value: string): value is Fault => (faults as readonly string[]).includes(value);

/** The status of a fault; undefined when the response keeps its own. */
export function statusOfFault(fault: Fault | undefined): number | undefined {
  return fault === "429" ? 429 : fault === "expired-token" ? 401 : undefined;
}

/** Sends a response with a fault. */
export function sendFaulty(serverResponse: ServerResponse, fault: Fault, response: MockResponse): void {
  switch (fault) {
    case "reset":
      serverResponse.socket?.resetAndDestroy();
      break;
    case "stall":
      break;
    case "truncate":
      sendHalf(serverResponse, response);
      break;
    case "html":
      send(serverResponse, { status: 502, headers: { "Content-Type": "text/html" }, body: PAGE });
      break;
    case "empty":
      send(serverResponse, { ...response, body: undefined });
      break;
    case "429":
      send(serverResponse, { ...response, headers: { ...response.headers, ...rateLimitHeaders() } });
      break;
    case "expired-token":
      send(serverResponse, { ...response, headers: { ...response.headers, "WWW-Authenticate": EXPIRED } });
  }
}

const PAGE = "<!doctype html>\n<title>502 Bad Gateway</title>\n<h1>502 Bad Gateway</h1>\n";

/** RFC 6750, section 3.1. */
const EXPIRED = 'Bearer error="invalid_token", error_description="The access token expired"';

function rateLimitHeaders(): Record<string, string> {
  return {
    "Retry-After": "1",
    "X-RateLimit-Limit": "60",
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset": `${Math.ceil(Date.now() / 1000) + 1}`,
  };
}
