import type { ServerResponse } from "node:http";
import { XMLBuilder } from "fast-xml-parser";
import type { MockResponse } from "./mock-response.ts";
import { isJson } from "./read-request.ts";

/** Sends a response. */
export function send(serverResponse: ServerResponse, response: MockResponse): void {
  putHead(serverResponse, response);
  serverResponse.end(serialize(response));
}

/** Announces the whole body of a response, sends half of it, and breaks the connection. */
export function sendHalf(serverResponse: ServerResponse, response: MockResponse): void {
  const bytes = Buffer.from(serialize(response) ?? "{}");
  putHead(serverResponse, response);
  serverResponse.setHeader("Content-Length", bytes.length);
  serverResponse.write(bytes.subarray(0, bytes.length / 2), () => serverResponse.destroy());
}

function putHead(serverResponse: ServerResponse, { status, headers = {} }: MockResponse): void {
  for (const [name, value] of Object.entries(headers)) serverResponse.setHeader(name, value);
  serverResponse.statusCode = status;
}

/** The text of a body, as its media type has it. */
function serialize({ body, headers = {} }: MockResponse): string | undefined {
  if (body === undefined) return undefined;
  const contentType = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1];
  if (typeof body === "string" && contentType && !isJson(contentType)) return body;
  if (/^\w+\/([\w.-]+\+)?xml\b/i.test(contentType ?? "")) return new XMLBuilder({}).build({ xml: body });
  return JSON.stringify(body);
}
