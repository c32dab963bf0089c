// The one file that knows openapi-fetch. Of it we use the two functions that lay out arrays and objects in the styles of
// OpenAPI. Its client is not used: it makes a platform `Request` for every call, which is most of its cost, and decodes
// without regard to media types. Its functions encode neither names nor keys, write null as "null", and know reserved
// characters only as "leave everything as it is"; so names and values are encoded here beforehand, and
// `allowReserved: true` keeps it from doing so again.
import { serializeArrayParam, serializeObjectParam } from "openapi-fetch";
import { ownProperties } from "../../own-properties.ts";
import { textOf, toPlain } from "../values.ts";

export type Encode = (text: string) => string;

/** A parameter whose style is settled. */
export interface Layout {
  readonly name: string;
  readonly style: "form" | "simple" | "label" | "matrix" | "spaceDelimited" | "pipeDelimited" | "deepObject";
  readonly explode: boolean;
  readonly allowReserved?: boolean;
}

/**
 * Lays out one value in a style of OpenAPI (RFC 6570).
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
    // It goes through inherited names too.
    const fields = ownProperties(Object.fromEntries(entries.map(([key, item]) => [encode(key), write(item)])));
    return entries.length ? serializeObjectParam(wireName, fields, options) : "";
  }
  return serializeArrayParam(wireName, [write(value)], { style, explode: false, allowReserved: true } as never);
}

// Those that would end the value are encoded all the same, and "+", which form decoders read as a space.
function encodeReserved(text: string): string {
  return encodeURI(text).replace(/[#&+]/g, encodeURIComponent);
}
