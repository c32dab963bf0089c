import { ownProperties } from "../../own-properties.ts";
import type { BackendRequest } from "../../server/backend.ts";

/** A file in a form. */
export interface UploadedFile {
  name: string;
  bytes: Buffer;
}

/** Reads the files in the body of a request. Handlers are synchronous, because each runs in a transaction. */
export async function readFiles({ body }: Pick<BackendRequest, "body">): Promise<unknown> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const parts = Object.entries(body).map(async ([name, value]) => [name, await readPart(value)] as const);
  return ownProperties(Object.fromEntries(await Promise.all(parts)));
}

async function readPart(value: unknown): Promise<unknown> {
  return value instanceof File ? { name: value.name, bytes: Buffer.from(await value.arrayBuffer()) } : value;
}
