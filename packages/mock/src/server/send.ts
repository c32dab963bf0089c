import type { ServerResponse } from "node:http";
import { XMLBuilder } from "fast-xml-parser";
import type { MockResponse } from "./mock-response.ts";
import { isJson } from "./read-request.ts";

/** Sends an answer. */
export function send(response: ServerResponse, answer: MockResponse): void {
  putHead(response, answer);
  response.end(serialize(answer));
}

/** Announces the whole body of an answer, sends half of it, and breaks the connection. */
export function sendHalf(response: ServerResponse, answer: MockResponse): void {
  const bytes = Buffer.from(serialize(answer) ?? "{}");
  putHead(response, answer);
  response.setHeader("Content-Length", bytes.length);
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}

function putHead(response: ServerResponse, { status, headers = {} }: MockResponse): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.statusCode = status;
}

/** The text of a body, as its media type has it. */
function serialize({ body, headers = {} }: MockResponse): string | undefined {
  if (body === undefined) return undefined;
  const contentType = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1];
  if (typeof body === "string" && contentType && !isJson(contentType)) return body;
  if (/^\w+\/([\w.-]+\+)?xml\b/i.test(contentType ?? "")) return new XMLBuilder({}).build({ xml: body });
  return JSON.stringify(body);
}
