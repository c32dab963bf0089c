import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { close, listen } from "../../src/server/listen.ts";

/** A server on loopback for a test. */
export interface Served extends AsyncDisposable {
  readonly url: string;
}

export async function serve(handler: (request: IncomingMessage, response: ServerResponse) => void): Promise<Served> {
  const server = createServer(handler);
  const url = await listen(server, "127.0.0.1", 0);
  return { url, [Symbol.asyncDispose]: () => close(server) };
}

/** Answers with JSON. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));
}
