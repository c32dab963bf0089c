import {
  type ClientRequest,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
  type ServerResponse,
  STATUS_CODES,
} from "node:http";
import { request as httpsRequest } from "node:https";
import { pipeline } from "node:stream/promises";
import { whyNoResponse } from "../target/why-no-response.ts";
import { endToEndHeaders } from "./end-to-end-headers.ts";
import { Tap } from "./tap.ts";

/** The two messages of an exchange. */
export interface Passed {
  readonly sent: Tap;
  readonly received: Tap;
  /** The head of the response; undefined when none came. */
  readonly upstreamResponse: IncomingMessage | undefined;
  /** Why the exchange did not come to its end, as a sentence; undefined when it did. */
  readonly broken: string | undefined;
}

export interface Upstream {
  /** Where the server is, without a slash at the end. */
  readonly target: string;
  readonly agent: NonNullable<RequestOptions["agent"]>;
}

/** The maximum size of a body to check, in bytes. */
export const MAX_CHECKED_BYTES: number = 1024 * 1024;
/** The maximum size of the head of a message, in bytes. */
export const MAX_HEAD_BYTES: number = 64 * 1024;

/** Streams a request to a server and its response back. Does not reject. */
export async function forward(upstream: Upstream, message: IncomingMessage, response: ServerResponse): Promise<Passed> {
  const sent = new Tap(MAX_CHECKED_BYTES);
  const received = new Tap(MAX_CHECKED_BYTES);
  if (isForAnother(message)) {
    const broken = `This passes on to ${upstream.target} alone. Give it to programs as the server, not as their proxy.`;
    sendProblem(response, 421, broken);
    return { sent, received, upstreamResponse: undefined, broken };
  }
  const request = open(upstream, message);
  // The side that disconnects first ends the other.
  let leaver: "program" | "server" | undefined;
  request.on("error", () => {
    leaver ??= "server";
  });
  response.once("close", () => {
    if (response.writableFinished) return;
    leaver ??= "program";
    request.destroy();
  });
  // An error here is an error of the response too, which says more.
  const sending = pipeline(message, sent, request).catch(() => {});
  let upstreamResponse: IncomingMessage | undefined;
  try {
    upstreamResponse = await responseTo(request);
    upstreamResponse.once("error", () => {
      leaver ??= "server";
    });
    response.writeHead(
      upstreamResponse.statusCode ?? 502,
      upstreamResponse.statusMessage,
      endToEndHeaders(upstreamResponse.rawHeaders),
    );
    // The head of an event stream must not wait for the first event.
    response.flushHeaders();
    await pipeline(upstreamResponse, received, response);
    return { sent, received, upstreamResponse, broken: undefined };
  } catch (error) {
    request.destroy();
    if (leaver === "program") return { sent, received, upstreamResponse, broken: "The program disconnected." };
    const broken = `${upstream.target} ${whyNoResponse(error)}.`;
    if (response.headersSent) response.destroy();
    else sendProblem(response, 502, broken);
    return { sent, received, upstreamResponse, broken };
  } finally {
    await sending;
  }
}

function open({ target, agent }: Upstream, message: IncomingMessage): ClientRequest {
  const { method = "GET", url = "/", rawHeaders, headers } = message;
  const { host, protocol, port, hostname, pathname } = new URL(target);
  // This hop has responded to `Expect` already.
  const kept = endToEndHeaders(rawHeaders, ["host", "expect"]);
  const framing = headers["transfer-encoding"] ? ["Transfer-Encoding", "chunked"] : [];
  // Without a length, Node would send the empty body of a POST in chunks.
  if (!headers["transfer-encoding"] && !headers["content-length"] && /^P/.test(method))
    framing.push("Content-Length", "0");
  const send = protocol === "https:" ? httpsRequest : httpRequest;
  return send({
    agent,
    hostname: hostname.replace(/^\[|\]$/g, ""),
    port,
    method,
    // Not joined by URL, which would normalize the path.
    path: url === "*" ? url : `${pathname.replace(/\/$/, "")}${url}`,
    headers: ["Host", host, ...kept, ...framing],
    maxHeaderSize: MAX_HEAD_BYTES,
  });
}

function responseTo(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once("response", resolve);
    request.on("error", reject);
    request.once("close", () => reject(new Error("The connection was closed.")));
  });
}

/** Whether a program uses this as its HTTP proxy, and sends whole URLs. A request for one server must not reach another. */
function isForAnother({ url = "/" }: IncomingMessage): boolean {
  return !url.startsWith("/") && url !== "*";
}

function sendProblem(response: ServerResponse, status: number, detail: string): void {
  const problem = { type: "about:blank", title: STATUS_CODES[status], status, detail };
  response.writeHead(status, { "Content-Type": "application/problem+json" }).end(JSON.stringify(problem));
}
