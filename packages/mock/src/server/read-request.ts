import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import type { PrismRequest } from "../contract/prism-types.ts";

/**
 * Reads the line and the headers of a request into Prism's form; its body comes later.
 *
 * @throws a problem with status 400 if the URL is invalid
 */
export function readHead({ method = "GET", url = "/", headers }: IncomingMessage): PrismRequest {
  // Not `new URL(url, base)` alone: that reads the start of `//path` as a host. Proxies are sent whole URLs.
  const address = URL.parse(url.startsWith("/") ? `http://mock${url}` : url, "http://mock");
  if (!address) throw Object.assign(new Error("The address is malformed"), { status: 400, detail: "It is not a URL" });
  const { pathname, searchParams } = address;
  // Without a prototype, for `__proto__` is a name like others.
  const query: Record<string, string | string[]> = Object.create(null);
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    query[name] = values.length === 1 ? (values[0] as string) : values;
  }
  return {
    method: method.toLowerCase() as PrismRequest["method"],
    url: { path: pathname, query },
    headers: headers as Record<string, string>,
    body: null,
  };
}

/** Reads a body to its end. */
export async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * Parses a body into Prism's form: JSON as a value, everything else as text, and null for none.
 *
 * @throws a problem with status 400 if the content type is JSON and the body is not
 */
export function parseBody(rawBody: Buffer, contentType: string | undefined): unknown {
  if (rawBody.length === 0) return null;
  const text = rawBody.toString("utf8");
  if (!isJson(contentType)) return text;
  // Other bytes would turn into characters that were never sent.
  if (!isUtf8(rawBody)) throw notJson("it is not UTF-8");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notJson(errorPosition(error) ?? "its content type says that it is");
  }
}

function notJson(detail: string): Error {
  return Object.assign(new Error("The request body is not JSON"), { status: 400, detail });
}

/** The position in a parser's message, if it has one. The rest of the message may quote the text, which may be a secret. */
export function errorPosition(error: unknown): string | undefined {
  return /line \d+,? column \d+/.exec(String(error))?.[0];
}

export function isJson(contentType: string | undefined): boolean {
  return /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType ?? "");
}

/** A part of a form. */
export type FormValue = string | File;

/**
 * Parses the body of a form.
 *
 * @returns the parts by name, the last of a name; undefined when there is no body, or its content type is not that of a form
 * @throws a problem with status 400 if it is invalid
 */
export async function parseForm(
  rawBody: Buffer,
  contentType: string | undefined,
): Promise<Record<string, FormValue> | undefined> {
  // Without a boundary, a multipart form cannot be read. The check against the description reports that.
  const isForm = /^(multipart\/form-data\s*;.*boundary=|application\/x-www-form-urlencoded\b)/i.test(contentType ?? "");
  if (!isForm || rawBody.length === 0) return undefined;
  const headers = { "Content-Type": contentType as string };
  try {
    return Object.fromEntries(await new Response(new Uint8Array(rawBody), { headers }).formData());
  } catch {
    const detail = "its content type says that it is";
    throw Object.assign(new Error("The request body is not a form"), { status: 400, detail });
  }
}
