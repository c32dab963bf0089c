// The only file that imports openapi-fetch. It uses the two functions that serialize arrays and objects in the styles of
// OpenAPI. It does not use the client, which makes a platform `Request` for every call, most of its cost, and ignores media
// types when it decodes. The functions do not encode names and keys, write null as "null", and can only encode all reserved
// characters or none. So names and values are encoded here, and `allowReserved: true` prevents a second encoding.
import { serializeArrayParam, serializeObjectParam } from "openapi-fetch";
import { ownProperties } from "../../own-properties.ts";
import { textOf, toPlain } from "../values.ts";

export type Encode = (text: string) => string;

/** A parameter with its style. */
export interface Layout {
  readonly name: string;
  readonly style: "form" | "simple" | "label" | "matrix" | "spaceDelimited" | "pipeDelimited" | "deepObject";
  readonly explode: boolean;
  readonly allowReserved?: boolean;
}

/**
 * Serializes one value in a style of OpenAPI (RFC 6570).
 *
 * @returns empty text if there is nothing to send: null, undefined, an empty array or object
 */
export function layOut({ name, style, explode, allowReserved }: Layout, given: unknown, encode: Encode): string {
  if (given == null) return "";
  const value = toPlain(given);
  const wireName = encode(name);
  const write = (item: unknown): string => (allowReserved ? encodeReserved : encode)(textOf(name, item));
  const options = { style, explode, allowReserved: true } as never;
  if (Array.isArray(value)) {
    const items = value.filter((item) => item !== null).map(write);
    return items.length ? serializeArrayParam(wireName, items, options) : "";
  }
  if (value && typeof value === "object") {
    const entries = Object.entries(value).filter(([, item]) => item !== null);
    // The function iterates over inherited properties too.
    const fields = ownProperties(Object.fromEntries(entries.map(([key, item]) => [encode(key), write(item)])));
    return entries.length ? serializeObjectParam(wireName, fields, options) : "";
  }
  return serializeArrayParam(wireName, [write(value)], { style, explode: false, allowReserved: true } as never);
}

// Characters that would end the value are still encoded, and so is "+", which form decoders read as a space.
function encodeReserved(text: string): string {
  return encodeURI(text).replace(/[#&+]/g, encodeURIComponent);
}
