import type { ServerResponse } from "node:http";
import type { MockResponse } from "./mock-response.ts";
import { send, sendHalf } from "./send.ts";

/** The ways in which a mock can go wrong when asked to. */
export const faults = ["reset", "stall", "truncate", "html", "empty", "429", "expired-token"] as const;

/**
 * A way to go wrong: `reset` breaks the connection, `stall` never answers, `truncate` breaks it in the middle of the
 * answer, `html` answers with a proxy's page, `empty` without a body, `429` with a rate limit that asks to wait a
 * second, `expired-token` with 401, as servers do it for a token of yesterday.
 */
export type Fault = (typeof faults)[number];

export const isFault = (value: string): value is Fault => (faults as readonly string[]).includes(value);

/** The status that a fault comes with, where it has one of its own. */
export function statusOfFault(fault: Fault | undefined): number | undefined {
  return fault === "429" ? 429 : fault === "expired-token" ? 401 : undefined;
}

/** Sends an answer, wrong in the way of the fault. */
export function sendFaulty(response: ServerResponse, fault: Fault, answer: MockResponse): void {
  switch (fault) {
    case "reset":
      response.socket?.resetAndDestroy();
      break;
    case "stall":
      break;
    case "truncate":
      sendHalf(response, answer);
      break;
    case "html":
      send(response, { status: 502, headers: { "Content-Type": "text/html" }, body: PAGE });
      break;
    case "empty":
      send(response, { ...answer, body: undefined });
      break;
    case "429":
      send(response, { ...answer, headers: { ...answer.headers, ...rateLimitHeaders() } });
      break;
    case "expired-token":
      send(response, { ...answer, headers: { ...answer.headers, "WWW-Authenticate": EXPIRED } });
  }
}

const PAGE = "<!doctype html>\n<title>502 Bad Gateway</title>\n<h1>502 Bad Gateway</h1>\n";

/** As RFC 6750 section 3.1 has it. */
const EXPIRED = 'Bearer error="invalid_token", error_description="The access token expired"';

function rateLimitHeaders(): Record<string, string> {
  return {
    "Retry-After": "1",
    "X-RateLimit-Limit": "60",
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset": `${Math.ceil(Date.now() / 1000) + 1}`,
  };
}
