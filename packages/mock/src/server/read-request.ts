import type { IncomingMessage } from "node:http";
import type { PrismRequest } from "../contract/contract.ts";

/** Reads the line and the headers of a request into Prism's form; its body comes later. */
export function readHead({ method = "GET", url = "/", headers }: IncomingMessage): PrismRequest {
  // Not `new URL(url, base)` alone: that reads the start of `//path` as a host. Proxies are sent whole URLs.
  const { pathname, searchParams } = new URL(url.startsWith("/") ? `http://mock${url}` : url, "http://mock");
  const query: Record<string, string | string[]> = {};
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
 * @throws a problem with status 400 when the body says to be JSON and is not
 */
export function parseBody(rawBody: Buffer, contentType: string | undefined): unknown {
  if (rawBody.length === 0) return null;
  const text = rawBody.toString("utf8");
  if (!isJson(contentType)) return text;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw Object.assign(new Error("The request body is not JSON"), { status: 400, detail: (error as Error).message });
  }
}

export function isJson(contentType: string | undefined): boolean {
  return /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType ?? "");
}

/** A part of a form. */
export type FormValue = string | File;

/**
 * Parses the body of a form.
 *
 * @returns the parts by name, the last of a name; undefined when the body is none
 */
export async function parseForm(
  rawBody: Buffer,
  contentType: string | undefined,
): Promise<Record<string, FormValue> | undefined> {
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(contentType ?? "")) return undefined;
  const headers = { "Content-Type": contentType as string };
  try {
    return Object.fromEntries(await new Response(new Uint8Array(rawBody), { headers }).formData());
  } catch {
    return undefined;
  }
}
