import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** Text as it is, anything else as JSON. */
  readonly body?: unknown;
}

export interface TestServer {
  readonly url: string;
  readonly received: Received[];
}

type Answer = Reply | ((request: Received, response: ServerResponse) => Reply | undefined);

/** A server on loopback that lives as long as the test. Without an answer it says what it received. */
export async function serve(answer: Answer = (request) => ({ body: request })): Promise<TestServer> {
  const received: Received[] = [];
  const server = createServer(async (incoming, response) => {
    const request = { ...pick(incoming), body: await readText(incoming) };
    received.push(request);
    const reply = typeof answer === "function" ? answer(request, response) : answer;
    if (!reply) return;
    const { status = 200, headers = {}, body } = reply;
    const isText = typeof body === "string" || body === undefined;
    response.writeHead(status, isText ? headers : { "content-type": "application/json", ...headers });
    response.end(isText ? body : JSON.stringify(body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

function pick({ method = "", url = "", headers }: IncomingMessage): Omit<Received, "body"> {
  return { method, url, headers };
}

async function readText(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
