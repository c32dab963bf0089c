import { UsageError } from "../../errors/usage-error.ts";
import { isBinary } from "./binary.ts";
import type { EncodedBody } from "./encoded-body.ts";

/**
 * Sends text and bytes as they are. For a type with a wildcard, the platform says what they are, and other values are
 * written as JSON.
 */
export function encodeRaw(value: unknown, type: string): EncodedBody {
  const isAny = type.includes("*");
  if (isBinary(value) || typeof value !== "object") return isAny ? [value] : [value, type];
  if (isAny) return [JSON.stringify(value), "application/json"];
  throw new UsageError(`the body must be text or binary, to be sent as ${type}`);
}
