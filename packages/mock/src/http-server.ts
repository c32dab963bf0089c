import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { serialize } from "@stoplight/prism-http-server/dist/serialize.js";
import type { Prism, PrismRequest } from "./prism.ts";
import { type Problem, problemOf, sendProblem } from "./problem.ts";
import { violationsOf } from "./violations.ts";

/**
 * Makes the HTTP side of a mock, not yet listening.
 *
 * Prism has an HTTP server of its own, which cannot stand in a test or in a process that lives on: it never answers a
 * request whose JSON does not parse, it ends the process with an unhandled rejection at a `Content-Type` that is none
 * or a violation that quotes a character no header may hold, and it prints some errors past its logger.
 */
export function createHttpServer(prism: Prism): Server {
  return createServer((request, response) => {
    allowBrowsers(request, response);
    if (isPreflight(request)) response.writeHead(204).end();
    else answer(prism, request, response).catch((error: unknown) => sendProblem(response, problemOf(error)));
  });
}

async function answer(prism: Prism, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { output, validations } = await prism(await readRequest(request));
  const violations = violationsOf(validations);
  if (violations.length > 0) response.setHeader("sl-violations", headerOf(violations));
  // Prism has answered a bad request already, with an error that the operation declares. Its answer may be bad as well.
  const broken = violations.filter(({ location, severity }) => location[0] === "response" && severity === "Error");
  if (broken.length > 0) return sendProblem(response, brokenExample(broken));
  for (const [name, value] of Object.entries(output.headers ?? {})) {
    if (value !== null && value !== undefined) response.setHeader(name, String(value));
  }
  const body = serialize(output.body, response.getHeader("content-type") as string | undefined);
  response.statusCode = output.statusCode;
  response.end(body);
}

async function readRequest(request: IncomingMessage): Promise<PrismRequest> {
  // Not `new URL(request.url, base)`: that reads the start of `//path` as a host.
  const { pathname, searchParams } = new URL(`http://mock${request.url}`);
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    query[name] = values.length === 1 ? (values[0] as string) : values;
  }
  return {
    method: (request.method ?? "GET").toLowerCase() as PrismRequest["method"],
    url: { path: pathname, query },
    headers: request.headers as Record<string, string>,
    body: await readBody(request),
  };
}

/** Prism wants JSON as a value, everything else as text, and null for no body. */
async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  if (chunks.length === 0) return null;
  const text = Buffer.concat(chunks).toString("utf8");
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(request.headers["content-type"] ?? "")) return text;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw Object.assign(new Error("The request body is not JSON"), { status: 400, detail: (error as Error).message });
  }
}

function brokenExample(validation: unknown): Problem {
  return {
    type: "https://stoplight.io/prism/errors#VIOLATIONS",
    title: "The answer breaks the description",
    status: 500,
    detail: "What the description gives as an example of this response does not fit its own schema.",
    validation,
  };
}

/** JSON in ASCII, and short enough for the header limits of clients. */
function headerOf(violations: unknown[]): string {
  const json = JSON.stringify(violations).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return json.length > 8000 ? `Too many violations! ${json.slice(0, 8000)}` : json;
}

function allowBrowsers({ headers }: IncomingMessage, response: ServerResponse): void {
  response.setHeader("Access-Control-Allow-Origin", headers.origin ?? "*");
  response.setHeader("Access-Control-Allow-Headers", headers["access-control-request-headers"] ?? "*");
  response.setHeader("Access-Control-Allow-Methods", headers["access-control-request-method"] ?? "*");
  response.setHeader("Access-Control-Expose-Headers", "*");
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === "OPTIONS" && headers["access-control-request-method"] !== undefined;
}
