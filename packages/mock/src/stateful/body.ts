import { ownProperties } from "../own-properties.ts";
import type { Exchange } from "../server/backend.ts";
import { type FormValue, parseForm } from "../server/read-request.ts";

/** A file in a form. */
export interface UploadedFile {
  name: string;
  bytes: Buffer;
}

/** Reads the body of a request: a JSON value, or the parts of a form by name. An object inherits no field. */
export async function readBody({ request, rawBody }: Exchange): Promise<unknown> {
  const form = await parseForm(rawBody, request.headers["content-type"]);
  if (!form) return isObject(request.body) ? ownProperties(request.body) : request.body;
  const parts = Object.entries(form).map(async ([name, value]) => [name, await readPart(value)] as const);
  return ownProperties(Object.fromEntries(await Promise.all(parts)));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

async function readPart(value: FormValue): Promise<string | UploadedFile> {
  return typeof value === "string" ? value : { name: value.name, bytes: Buffer.from(await value.arrayBuffer()) };
}
