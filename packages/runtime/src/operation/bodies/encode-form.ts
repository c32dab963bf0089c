import { textOf, toPlain } from "../values.ts";
import { binaryPart, isBinary, isStream, tagOf } from "./binary.ts";
import type { EncodedBody } from "./encoded-body.ts";

/**
 * Writes `multipart/form-data`. Arrays are repeated, null and undefined left out, objects written as JSON; files keep
 * their names. A `FormData` passes as it is.
 */
export function encodeMultipart(value: unknown): EncodedBody {
  return [fill(() => new FormData(), value)];
}

/** Writes `application/x-www-form-urlencoded` by the same rules. `URLSearchParams` pass as they are. */
export function encodeUrlencoded(value: unknown): EncodedBody {
  return [fill(() => new URLSearchParams(), value)];
}

function fill(empty: () => FormData | URLSearchParams, value: unknown): unknown {
  const form = empty();
  if (tagOf(value) === tagOf(form)) return value;
  for (const [name, field] of Object.entries(value as object)) {
    for (const item of [field].flat()) if (item != null) form.append(name, part(name, item) as string);
  }
  return form;
}

function part(name: string, item: unknown): unknown {
  // Of a stream, all but its content would be sent.
  if (isStream(item)) return textOf(name, item);
  if (isBinary(item)) return binaryPart(item);
  const plain = toPlain(item);
  return typeof plain === "object" ? JSON.stringify(plain) : plain;
}
