import type { Schema } from "./openapi.ts";

/** Whether a schema describes a file, which is a `Blob` in programs. */
export function isFile(schema: Schema): boolean {
  if (schema.format === "binary") return true;
  const raw = schema.contentMediaType !== undefined && schema.contentEncoding === undefined;
  return raw && !/json|jwt|xml|yaml|^text\//.test(String(schema.contentMediaType));
}
