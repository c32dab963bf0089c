import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { allowBrowsers, isPreflight } from "./browsers.ts";
import { sendFaulty } from "./faults.ts";
import { problemOf, problemResponse } from "./problem.ts";
import { readBody, readHead } from "./read-request.ts";
import { type ResponseSources, respondTo } from "./respond.ts";
import { send } from "./send.ts";

/**
 * Creates the HTTP server of a mock, not yet listening.
 *
 * The HTTP server of Prism is not fit for tests or for long-lived processes. It never responds to a request with invalid
 * JSON, prints some errors past its logger, and ends the process with an unhandled rejection at an invalid
 * `Content-Type` or a violation that quotes a character which no header may contain.
 */
export function createHttpServer(sources: ResponseSources): Server {
  return createServer((message, serverResponse) => {
    allowBrowsers(message, serverResponse);
    if (isPreflight(message)) serverResponse.writeHead(204).end();
    else serve(sources, message, serverResponse).catch((error: unknown) => giveUp(serverResponse, error));
  });
}

async function serve(
  sources: ResponseSources,
  message: IncomingMessage,
  serverResponse: ServerResponse,
): Promise<void> {
  const request = readHead(message);
  const rawBody = await readBody(message);
  const startedAt = performance.now();
  const origin = originOf(message);
  const remoteAddress = message.socket.remoteAddress ?? "";
  const { response, record, delayMs, fault } = await respondTo(sources, request, rawBody, { origin, remoteAddress });
  if (delayMs) await waitWhileOpen(serverResponse, delayMs);
  if (fault) sendFaulty(serverResponse, fault, response);
  else send(serverResponse, response);
  if (serverResponse.headersSent) record.status = serverResponse.statusCode;
  record.ms = performance.now() - startedAt;
  sources.onRequest?.(record);
}

/** The origin by which the caller knows this server; without a valid `Host` header, its address. */
function originOf({ headers, socket }: IncomingMessage): string {
  const { origin } = URL.parse(`http://${headers.host || "?"}`) ?? {};
  const { localAddress = "localhost", localPort } = socket;
  return origin ?? `http://${localAddress.includes(":") ? `[${localAddress}]` : localAddress}:${localPort}`;
}

async function waitWhileOpen(serverResponse: ServerResponse, ms: number): Promise<void> {
  const closed = new AbortController();
  serverResponse.once("close", () => closed.abort());
  await sleep(ms, undefined, { signal: closed.signal }).catch(() => {});
}

/** Sends a problem in place of a response that cannot be sent, such as one with an invalid header. */
function giveUp(serverResponse: ServerResponse, error: unknown): void {
  if (serverResponse.headersSent) serverResponse.destroy();
  else send(serverResponse, problemResponse(problemOf(error)));
}
