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
import { whyNoAnswer } from "../target/why-no-response.ts";
import { endToEndHeaders } from "./end-to-end-headers.ts";
import { Tap } from "./tap.ts";

/** What passed in one exchange. */
export interface Passed {
  readonly sent: Tap;
  readonly received: Tap;
  /** The head of the answer; undefined when none came. */
  readonly answer: IncomingMessage | undefined;
  /** Why the exchange did not come to its end, as a sentence; undefined when it did. */
  readonly broken: string | undefined;
}

export interface Upstream {
  /** Where the server is, without a slash at the end. */
  readonly target: string;
  readonly agent: NonNullable<RequestOptions["agent"]>;
}

/** How much of a body is kept to be checked, in bytes. */
export const MAX_CHECKED_BYTES: number = 1024 * 1024;
/** The longest head of a message, in bytes. */
export const MAX_HEAD_BYTES: number = 64 * 1024;

/** Passes a request on to a server, and its answer back, both as they come. Does not reject. */
export async function forward(upstream: Upstream, message: IncomingMessage, response: ServerResponse): Promise<Passed> {
  const sent = new Tap(MAX_CHECKED_BYTES);
  const received = new Tap(MAX_CHECKED_BYTES);
  if (isForAnother(message)) {
    const broken = `This passes on to ${upstream.target} alone. Give it to programs as the server, not as their proxy.`;
    sendProblem(response, 421, broken);
    return { sent, received, answer: undefined, broken };
  }
  const request = open(upstream, message);
  // Whoever goes away first ends the other side.
  let leaver: "program" | "server" | undefined;
  request.on("error", () => {
    leaver ??= "server";
  });
  response.once("close", () => {
    if (response.writableFinished) return;
    leaver ??= "program";
    request.destroy();
  });
  // What goes wrong here goes wrong with the answer as well, which tells more.
  const sending = pipeline(message, sent, request).catch(() => {});
  let answer: IncomingMessage | undefined;
  try {
    answer = await answerTo(request);
    answer.once("error", () => {
      leaver ??= "server";
    });
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, endToEndHeaders(answer.rawHeaders));
    // The head of a stream of events is not to wait for the first of them.
    response.flushHeaders();
    await pipeline(answer, received, response);
    return { sent, received, answer, broken: undefined };
  } catch (error) {
    request.destroy();
    if (leaver === "program") return { sent, received, answer, broken: "The program went away." };
    const broken = `${upstream.target} ${whyNoAnswer(error)}.`;
    if (response.headersSent) response.destroy();
    else sendProblem(response, 502, broken);
    return { sent, received, answer, broken };
  } finally {
    await sending;
  }
}

function open({ target, agent }: Upstream, message: IncomingMessage): ClientRequest {
  const { method = "GET", url = "/", rawHeaders, headers } = message;
  const { host, protocol, port, hostname, pathname } = new URL(target);
  // What is expected of this hop has been answered by it.
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
    // Not joined by URL, which would tidy the path up.
    path: url === "*" ? url : `${pathname.replace(/\/$/, "")}${url}`,
    headers: ["Host", host, ...kept, ...framing],
    maxHeaderSize: MAX_HEAD_BYTES,
  });
}

function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once("response", resolve);
    request.on("error", reject);
    request.once("close", () => reject(new Error("The connection was closed.")));
  });
}

/** A program that takes this for its proxy sends whole URLs. What is for one server must not reach another. */
function isForAnother({ url = "/" }: IncomingMessage): boolean {
  return !url.startsWith("/") && url !== "*";
}

function sendProblem(response: ServerResponse, status: number, detail: string): void {
  const problem = { type: "about:blank", title: STATUS_CODES[status], status, detail };
  response.writeHead(status, { "Content-Type": "application/problem+json" }).end(JSON.stringify(problem));
}
