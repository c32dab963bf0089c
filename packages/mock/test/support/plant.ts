import { request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { readBody } from "../../src/server/read-request.ts";
import { type Served, serve } from "./serve.ts";

/** A response on its way back, to be changed in place. */
export interface Passing {
  readonly method: string;
  /** Path and query as they were asked for. */
  readonly path: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** The body of the request. */
  readonly sent: string;
  status: number;
  headers: Headers;
  body: string;
}

/** Headers of one connection, or of a body in another form than it is passed on in. */
const HOP_BY_HOP = ["connection", "content-encoding", "content-length", "keep-alive", "transfer-encoding"];

/**
 * A proxy that changes the responses of a server.
 *
 * @param change - may take its time; the connection breaks when the result is "broken"
 */
export async function plant(target: string, change: (passing: Passing) => unknown): Promise<Served> {
  return serve(async (request, response) => {
    const { method = "GET", url: path = "/" } = request;
    const requestHeaders = request.headers as Record<string, string>;
    const sent = await readBody(request);
    // Not by fetch, which names the target as the host: links in responses would lead past this server.
    const length = sent.length > 0 ? { "Content-Length": sent.length } : {};
    const received = await ask(target + path, { method, headers: { ...withoutHops(requestHeaders), ...length } }, sent);
    const { statusCode: status = 0 } = received;
    const headers = new Headers(withoutHops(received.headers as Record<string, string>));
    const body = (await readBody(received)).toString("utf8");
    const passing: Passing = { method, path, requestHeaders, sent: sent.toString(), status, headers, body };
    if ((await change(passing)) === "broken") return response.destroy();
    response.writeHead(passing.status, Object.fromEntries(passing.headers));
    return response.end(passing.status === 204 ? undefined : passing.body);
  });
}

function ask(url: string, options: RequestOptions, body: Buffer): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => httpRequest(url, options, resolve).on("error", reject).end(body));
}

/** Changes the JSON of a response. */
export function changeJson<Body>(passing: Passing, change: (body: Body) => unknown): void {
  passing.body = JSON.stringify(change(JSON.parse(passing.body)));
}

function withoutHops(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)));
}
