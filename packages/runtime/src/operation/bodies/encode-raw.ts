import { UsageError } from "../../errors/usage-error.ts";
import { isBinary } from "./binary.ts";
import type { EncodedBody } from "./encoded-body.ts";

/**
 * Sends text and bytes unchanged. For a media type with a wildcard, `fetch` sets the content type, and other values become
 * JSON.
 */
export function encodeRaw(value: unknown, type: string): EncodedBody {
  const isAny = type.includes("*");
  if (isBinary(value) || typeof value !== "object") return isAny ? [value] : [value, type];
  if (isAny) return [JSON.stringify(value), "application/json"];
  throw new UsageError(`a body of ${type} must be text or binary`);
}
