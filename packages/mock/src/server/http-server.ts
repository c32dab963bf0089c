import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { allowBrowsers, isPreflight } from "./browsers.ts";
import { sendFaulty } from "./faults.ts";
import { problemOf, problemResponse } from "./problem.ts";
import { readBody, readHead } from "./read-request.ts";
import { type ResponseSources, respondTo } from "./respond.ts";
import { send } from "./send.ts";

/**
 * Makes the HTTP side of a mock, not yet listening.
 *
 * Prism has an HTTP server of its own, which cannot stand in a test or in a process that lives on: it never answers a
 * request whose JSON does not parse, it ends the process with an unhandled rejection at a `Content-Type` that is none
 * or a violation that quotes a character no header may hold, and it prints some errors past its logger.
 */
export function createHttpServer(sources: ResponseSources): Server {
  return createServer((message, response) => {
    allowBrowsers(message, response);
    if (isPreflight(message)) response.writeHead(204).end();
    else serve(sources, message, response).catch((error: unknown) => giveUp(response, error));
  });
}

async function serve(sources: ResponseSources, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = readHead(message);
  const rawBody = await readBody(message);
  const startedAt = performance.now();
  const origin = originOf(message);
  const remoteAddress = message.socket.remoteAddress ?? "";
  const {
    response: reply,
    record,
    delayMs,
    fault,
  } = await respondTo(sources, request, rawBody, { origin, remoteAddress });
  if (delayMs) await waitWhileOpen(response, delayMs);
  if (fault) sendFaulty(response, fault, reply);
  else send(response, reply);
  if (response.headersSent) record.status = response.statusCode;
  record.ms = performance.now() - startedAt;
  sources.onRequest?.(record);
}

/** What the caller calls this server; where that is no name of one, its address. */
function originOf({ headers, socket }: IncomingMessage): string {
  const { origin } = URL.parse(`http://${headers.host || "?"}`) ?? {};
  const { localAddress = "localhost", localPort } = socket;
  return origin ?? `http://${localAddress.includes(":") ? `[${localAddress}]` : localAddress}:${localPort}`;
}

async function waitWhileOpen(response: ServerResponse, ms: number): Promise<void> {
  const closed = new AbortController();
  response.once("close", () => closed.abort());
  await sleep(ms, undefined, { signal: closed.signal }).catch(() => {});
}

/** An answer that cannot be sent, such as one with a header that HTTP has not, is told as a problem. */
function giveUp(response: ServerResponse, error: unknown): void {
  if (response.headersSent) response.destroy();
  else send(response, problemResponse(problemOf(error)));
}
