import { textOf, toPlain } from "../values.ts";
import { binaryPart, isBinary, isStream, tagOf } from "./binary.ts";
import type { EncodedBody } from "./encoded-body.ts";

/**
 * Encodes `multipart/form-data`. Each item of an array is a field; null and undefined are omitted; objects become JSON;
 * files keep their names. A `FormData` stays unchanged.
 */
export function encodeMultipart(value: unknown): EncodedBody {
  return [fill(() => new FormData(), value)];
}

/** Encodes `application/x-www-form-urlencoded` by the same rules. `URLSearchParams` stay unchanged. */
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
  // The form would contain the properties of the stream, not its content.
  if (isStream(item)) return textOf(name, item);
  if (isBinary(item)) return binaryPart(item);
  const plain = toPlain(item);
  return typeof plain === "object" ? JSON.stringify(plain) : plain;
}
